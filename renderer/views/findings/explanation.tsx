import { Fragment } from 'react';
import { checkInfo } from '#core/checks/all-checks';
import { qualityText } from '#core/checks/quality';
import type { Example } from '#core/checks/types';

const MARKED = /\[\[(.*?)\]\]/gsu;
const KIND = /^([a-z-]+): ?(?=\S)/u;
const AT_MOST = 4;

/** What a check flags and what it leaves alone, in its own examples, and how often it is right. */
export function Explanation({ check: id }: { readonly check: string }) {
  const check = checkInfo(id);
  if (!check) return <p className="card-why">This rule has no examples of its own.</p>;
  const { flags, passes } = check.examples;
  const quality = qualityText(check);
  return (
    <section className="explain" aria-label={`About “${check.title}”`}>
      <p className="explain-head">
        {check.title}
        <span> · {check.section}</span>
      </p>
      <Examples title="Flagged" tone="flags" examples={flags} />
      <Examples title="Fine as it is" tone="passes" examples={passes} />
      {quality === '' ? null : <p className="explain-quality">{quality}</p>}
    </section>
  );
}

interface ExamplesProps {
  readonly title: string;
  readonly tone: 'flags' | 'passes';
  readonly examples: readonly Example[];
}

function Examples({ title, tone, examples }: ExamplesProps) {
  if (examples.length === 0) return null;
  return (
    <div className={`examples examples-${tone}`}>
      <h4>{title}</h4>
      <ul>
        {examples.slice(0, AT_MOST).map((example) => (
          <li key={example.text}>
            {example.text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== '')
              .map((line) => (
                <Line key={line} line={line} />
              ))}
            {example.fixed === undefined ? null : (
              <p className="example-fixed">
                <span className="unseen">Fixed: </span>→ {example.fixed}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line }: { readonly line: string }) {
  const kind = KIND.exec(line)?.[1];
  const text = kind === undefined ? line : line.replace(KIND, '');
  return (
    <p>
      {kind === undefined ? null : <span className="example-kind">{kind} </span>}
      {text.split(MARKED).map((part, at) =>
        // Every second part stood between the marks.
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text
          <mark key={at}>{part}</mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </p>
  );
}
