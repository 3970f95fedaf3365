import { FileInput, Plus } from 'lucide-react';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { openSample } from './sample';

/** The first thing a new user sees: an empty sheet that asks for a story. */
export function EmptyQueue() {
  const app = useApp();
  const sample = openSample(app);
  return (
    <div className="middle">
      <div className="blank-sheet" aria-hidden="true">
        <span className="blank-kind">Headline</span>
        <span className="blank-line blank-hed" />
        <span className="blank-line blank-hed is-short" />
        <span className="blank-kind">Text</span>
        <span className="blank-line" />
        <span className="blank-line" />
        <span className="blank-line is-short" />
      </div>
      <h1 className="middle-title">Drop a story here</h1>
      <p className="middle-words">
        A scraped page, a saved web page, Markdown or plain text. Galley sets it, lists what it
        repaired, and checks it. Or paste the text with <Keys keys="Mod+V" />
        <span className="unseen">your paste key</span>.
      </p>
      <div className="row">
        <Button look="solid" onPress={() => app.commands.run('story.import')} keys="Mod+O">
          <FileInput aria-hidden="true" /> Import…
        </Button>
        <Button onPress={() => app.commands.run('story.new')} keys="Mod+N">
          <Plus aria-hidden="true" /> New story
        </Button>
        {sample ? (
          <Button look="quiet" onPress={sample}>
            Open the sample
          </Button>
        ) : null}
      </div>
    </div>
  );
}
