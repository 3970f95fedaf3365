import { Check, TriangleAlert, X } from 'lucide-react';
import { putAway } from '../../state/context';
import { useApp, useDesk } from '../../state/use-app';
import { Button, IconButton } from '../../ui/button';

/** Notices and long tasks, bottom right above the status line. */
export function Notices() {
  const app = useApp();
  const notices = useDesk((state) => state.notices);
  const tasks = useDesk((state) => state.tasks);
  const failure = useDesk((state) => state.session?.failure ?? null);
  if (notices.length === 0 && tasks.length === 0 && !failure) return null;
  return (
    <section className="notices" aria-label="Notices">
      {failure ? (
        <div className="notice notice-error" role="alert">
          <TriangleAlert aria-hidden="true" />
          <p>{failure.message}</p>
          <Button small onPress={() => void app.session.flush()}>
            Try again
          </Button>
        </div>
      ) : null}
      {notices.map((notice) => (
        <div
          key={notice.id}
          className={`notice notice-${notice.tone}`}
          role={notice.tone === 'error' ? 'alert' : 'status'}
        >
          {notice.tone === 'error' ? (
            <TriangleAlert aria-hidden="true" />
          ) : (
            <Check aria-hidden="true" />
          )}
          <p>{notice.text}</p>
          {notice.action ? (
            <Button
              small
              onPress={() => {
                notice.action?.run();
                putAway(app, notice.id);
              }}
            >
              {notice.action.title}
            </Button>
          ) : null}
          <IconButton label="Put away" side="left" onPress={() => putAway(app, notice.id)}>
            <X />
          </IconButton>
        </div>
      ))}
      {tasks.map((task) => (
        <div key={task.task} className="notice" role="status">
          <p>
            {task.label}
            <progress
              aria-label={task.label}
              max={Math.max(1, task.total)}
              {...(task.total > 0 ? { value: task.done } : {})}
            />
          </p>
          <Button small onPress={() => void app.desk.call('tasks.cancel', task.task)}>
            Cancel
          </Button>
        </div>
      ))}
    </section>
  );
}
