/** The worker thread for pictures: one message in, one answer out, several under way at a time. */
import { parentPort } from 'node:worker_threads';
import type { PictureJob, PictureReply } from './pool';
import { pictureWork } from './work';

async function answer(job: PictureJob): Promise<PictureReply> {
  try {
    const value =
      job.kind === 'inspect'
        ? await pictureWork.inspect(job.name, job.bytes)
        : await pictureWork.shrink(job.path, job.edge, job.to);
    return { id: job.id, value };
  } catch (error) {
    return { id: job.id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: PictureJob) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});
