import type { ImportReport, RelatedItem, Repair, Story } from '#core/article/model';
import { notify, say } from '../../state/context';
import { insertLoose, lineWords, undoRepair } from '../../state/repairs';
import { useApp, useDesk } from '../../state/use-app';
import { checkTitle, countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { focusPanel } from '../../ui/focus-panel';

/** The import report: everything the importer changed, left out or asks, with the way back. */
export function ReportPanel() {
  const story = useDesk((state) => state.story);
  const report = story?.importReport;
  if (!story || !report) {
    return <p className="quiet">This story was written here, so there is nothing to report.</p>;
  }
  const open = report.repairs.filter((repair) => !repair.undone).length;
  return (
    <div className="report">
      <div className="panel-tools">
        <span className="panel-words">
          {report.source}, {countOf(report.lineCount, 'line')}
        </span>
      </div>
      <div className="panel-scroll">
        <Questions report={report} />
        {report.loose.length > 0 ? <Loose report={report} /> : null}
        <section className="report-part" aria-label="Repairs">
          <h2 className="report-head">
            Repairs <span className="group-count">{open}</span>
          </h2>
          {report.repairs.length === 0 ? (
            <p className="quiet">Nothing had to be repaired.</p>
          ) : null}
          {report.repairs.map((repair) => (
            <RepairRow key={repair.id} repair={repair} />
          ))}
        </section>
        {report.losses.length > 0 ? (
          <section className="report-part" aria-label="Not carried over">
            <h2 className="report-head">
              Not carried over <span className="group-count">{report.losses.length}</span>
            </h2>
            {report.losses.map((loss) => (
              <div key={`${loss.lines.join()} ${loss.message}`} className="repair">
                <p>{loss.message}</p>
                <p className="note">{lineWords(loss.lines)}</p>
              </div>
            ))}
          </section>
        ) : null}
        <Related story={story} />
      </div>
    </div>
  );
}

function Questions({ report }: { readonly report: ImportReport }) {
  if (report.questions.length === 0) return null;
  return (
    <section className="report-part" aria-label="Questions">
      <h2 className="report-head">
        To confirm <span className="group-count">{report.questions.length}</span>
      </h2>
      <ul className="questions">
        {report.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </section>
  );
}

function RepairRow({ repair }: { readonly repair: Repair }) {
  const app = useApp();
  const undo = () => {
    const story = app.editor()?.story();
    if (!story) return;
    const undone = undoRepair(story, repair);
    if (!undone.ok) {
      notify(app, 'error', undone.message, {
        title: 'Copy the text',
        run: () => void navigator.clipboard.writeText(repair.text),
      });
      return;
    }
    app.editor()?.change(() => undone.value);
    say(app, 'Repair taken back.');
    focusPanel();
  };
  return (
    <div className={`repair${repair.undone ? ' is-undone' : ''}`}>
      <p className="repair-words">{repair.message}</p>
      {repair.text === '' ? null : <SourceText text={repair.text} />}
      <div className="repair-foot">
        <span className="note">
          {[lineWords(repair.lines), checkTitle(repair.check).toLowerCase()]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <span className="pane-gap" />
        {repair.undone ? (
          <span className="note">Taken back</span>
        ) : repair.undo.length > 0 ? (
          <Button small look="quiet" onPress={undo} aria-label={`Undo: ${repair.message}`}>
            Undo
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function SourceText({ text }: { readonly text: string }) {
  const visible = text.replaceAll('\u00a0', '⍽');
  if (text.length < 220) return <p className="source">{visible}</p>;
  return (
    <details className="source-more">
      <summary className="source">{visible.slice(0, 160).trimEnd()}…</summary>
      <p className="source">{visible}</p>
    </details>
  );
}

function Loose({ report }: { readonly report: ImportReport }) {
  const app = useApp();
  return (
    <section className="report-part" aria-label="Text without a place">
      <h2 className="report-head">
        Text without a place <span className="group-count">{report.loose.length}</span>
      </h2>
      {report.loose.map((loose) => (
        <div key={`${loose.lines.join()} ${loose.text}`} className="repair">
          <SourceText text={loose.text} />
          <div className="repair-foot">
            <span className="note">{lineWords(loose.lines)}</span>
            <span className="pane-gap" />
            <Button
              small
              look="quiet"
              onPress={() => {
                app.editor()?.change((story) => insertLoose(story, loose));
                say(app, 'Inserted at the end of the story.');
                focusPanel();
              }}
            >
              Insert into story
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

function Related({ story }: { readonly story: Story }) {
  if (story.related.length === 0) return null;
  return (
    <section className="report-part" aria-label="Beside the story">
      <h2 className="report-head">
        Beside the story <span className="group-count">{story.related.length}</span>
      </h2>
      {story.related.map((item) => (
        <RelatedRow key={item.id} item={item} />
      ))}
    </section>
  );
}

function RelatedRow({ item }: { readonly item: RelatedItem }) {
  const lines = [item.dek, item.caption, item.credit, item.link, ...item.other];
  return (
    <div className="repair">
      <p className="related-headline">{item.headline || 'No headline'}</p>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} className="note">
            {line}
          </p>
        ))}
    </div>
  );
}
