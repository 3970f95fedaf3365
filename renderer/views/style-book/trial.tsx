import { Button as AriaButton } from 'react-aria-components';
import type { StyleBookState } from '../../state/style-book';
import { useApp, useDesk } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';

/** What a row would find in the stories of the library; a sample opens its story at the place. */
export function Trial({ trial }: { readonly trial: NonNullable<StyleBookState['trial']> }) {
  const app = useApp();
  const { result, row } = trial;
  const task = useDesk((state) =>
    state.tasks.find(({ label }) => label === `Trying “${row.find}”`),
  );
  if (!result) {
    return (
      <section className="trial" aria-label="Try-out">
        <p className="note" role="status">
          Reading the library{task ? `, ${task.done} of ${task.total}` : ''}…
        </p>
        {task ? (
          <>
            <progress aria-label="Trying out" max={Math.max(1, task.total)} value={task.done} />
            <Button small onPress={() => void app.desk.call('tasks.cancel', task.task)}>
              Stop
            </Button>
          </>
        ) : null}
      </section>
    );
  }
  return (
    <section className="trial" aria-label="Try-out">
      <header className="trial-head">
        <p>
          <b>{countOf(result.found, 'place')}</b> in {countOf(result.stories, 'story', 'stories')}
          {result.silenced > 0 ? `, ${countOf(result.silenced, 'finding')} less` : ''}
          {result.cancelled ? ', stopped before the end' : ''}
          {result.unread > 0 ? `, ${result.unread} could not be read` : ''}
        </p>
        <Button small look="quiet" onPress={() => app.styleBook.discardTrial()}>
          Discard
        </Button>
      </header>
      {result.perStory.map((story) => (
        <div className="trial-story" key={story.ref}>
          <p className="trial-title">
            {story.title} <span className="note">{story.count}</span>
          </p>
          <ul>
            {result.samples
              .filter(({ ref }) => ref === story.ref)
              .map((sample) => (
                <li key={`${sample.block} ${sample.start} ${sample.end}`}>
                  <AriaButton
                    className="trial-sample"
                    onPress={() => void app.styleBook.show(sample)}
                  >
                    {sample.before}
                    {sample.replacement === null ? (
                      <mark>{sample.actual}</mark>
                    ) : (
                      <>
                        <del>{sample.actual}</del> <ins>{sample.replacement}</ins>
                      </>
                    )}
                    {sample.after}
                    {sample.silenced ? <span className="note"> no finding any more</span> : null}
                  </AriaButton>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
