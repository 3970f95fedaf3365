import { z } from 'zod';
import type { Failure, Result } from '../util/result';
import { fail, ok } from '../util/result';
import { migrate } from './migrate';
import type { Block, Dismissal, Story } from './model';
import { BODY_KINDS, METADATA_FIELDS, SCHEMA_VERSION, STATUSES } from './model';

/*
 * Loose objects throughout: a field that a newer or foreign program wrote stays where it is when we save again.
 */

const marks = z.array(
  z.enum(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript']),
);

const span = z.looseObject({
  text: z.string(),
  marks: marks.optional(),
  link: z.string().optional(),
  inserted: z.string().optional(),
  deleted: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

const textShape = {
  id: z.string().min(1),
  spans: z.array(span),
  ordered: z.boolean().optional(),
  depth: z.number().int().min(0).optional(),
  endInserted: z.string().optional(),
  endDeleted: z.string().optional(),
};
const bodyBlock = z.looseObject({ ...textShape, kind: z.enum(BODY_KINDS) });
const figure = z.looseObject({
  id: z.string().min(1),
  kind: z.literal('figure'),
  photo: z.string(),
  caption: z.looseObject({ ...textShape, kind: z.literal('caption') }),
  credit: z.looseObject({ ...textShape, kind: z.literal('credit') }),
  alt: z.string().nullable(),
  inserted: z.string().optional(),
  deleted: z.string().optional(),
});

export const blockSchema: z.ZodType<Block> = z.union([bodyBlock, figure]);

const article = z.looseObject({ blocks: z.array(blockSchema) });

const metadataValue = z
  .looseObject({
    iim: z.array(z.string()).optional(),
    xmp: z.array(z.string()).optional(),
    exif: z.array(z.string()).optional(),
  })
  .optional();
// Loose as well: a metadata field that a later Galley reads must not make the whole story unreadable here.
const metadata = z.looseObject(
  Object.fromEntries(METADATA_FIELDS.map((field) => [field, metadataValue])),
);

const count = z.number().int().min(0).nullable();

const photo = z.looseObject({
  id: z.string().min(1),
  file: z.string().nullable(),
  originalName: z.string(),
  width: count,
  height: count,
  bytes: count,
  sha256: z.string().nullable(),
  metadata: metadata.nullable(),
  approval: z
    .looseObject({
      by: z.string(),
      at: z.string(),
      sha256: z.string().nullable(),
      caption: z.string(),
      credit: z.string(),
    })
    .nullable(),
  acknowledged: z.array(
    z.looseObject({
      by: z.string(),
      at: z.string(),
      field: z.enum(METADATA_FIELDS),
      text: z.string(),
    }),
  ),
  says: z
    .looseObject(
      Object.fromEntries(METADATA_FIELDS.map((field) => [field, z.array(z.string()).optional()])),
    )
    .optional(),
  draft: z.string().optional(),
});

const note = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(['note', 'query']),
  block: z.string().nullable(),
  messages: z.array(z.looseObject({ author: z.string(), at: z.string(), text: z.string() })),
  resolved: z.boolean(),
});

const change = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(['insert', 'delete', 'move', 'format']),
  author: z.string(),
  at: z.string(),
  before: marks.optional(),
  pair: z.string().optional(),
});

/** Guard for one dismissal, in a story or in the library's own list. */
export const dismissalSchema: z.ZodType<Dismissal> = z.looseObject({
  key: z.string(),
  scope: z.enum(['once', 'story', 'always']),
  check: z.string(),
  actual: z.string(),
  message: z.string(),
  by: z.string(),
  at: z.string(),
});

const decision = z.looseObject({
  kind: z.enum(['same', 'apart', 'spelling', 'figure']),
  words: z.array(z.string()),
  by: z.string(),
  at: z.string(),
});

const related = z.looseObject({
  id: z.string().min(1),
  headline: z.string(),
  dek: z.string(),
  caption: z.string(),
  credit: z.string(),
  link: z.string(),
  other: z.array(z.string()),
});

const patch = z.discriminatedUnion('op', [
  z.looseObject({
    op: z.literal('insert-block'),
    after: z.string().nullable(),
    block: blockSchema,
  }),
  z.looseObject({ op: z.literal('remove-block'), block: z.string() }),
  z.looseObject({ op: z.literal('replace-block'), block: z.string(), with: blockSchema }),
  z.looseObject({ op: z.literal('add-related'), item: related }),
  z.looseObject({ op: z.literal('remove-related'), item: z.string() }),
]);

const lines = z.array(z.number().int().min(1));

const importReport = z.looseObject({
  format: z.string(),
  source: z.string(),
  lineCount: z.number().int().min(0),
  repairs: z.array(
    z.looseObject({
      id: z.string(),
      check: z.string(),
      lines,
      message: z.string(),
      text: z.string(),
      undo: z.array(patch),
      undone: z.boolean(),
    }),
  ),
  loose: z.array(z.looseObject({ lines, text: z.string() })),
  losses: z.array(z.looseObject({ lines, message: z.string() })),
  questions: z.array(z.string()),
});

const imported = z.looseObject({
  at: z.string(),
  blocks: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum([...BODY_KINDS, 'caption', 'credit', 'alt']),
      text: z.string(),
      figure: z.string().nullable(),
    }),
  ),
});

const lexiconWord = z.looseObject({ word: z.string(), by: z.string(), at: z.string() });

/** Guard for a whole story of the current schema. */
export const storySchema: z.ZodType<Story> = z.looseObject({
  schema: z.literal(SCHEMA_VERSION),
  id: z.string().min(1),
  slug: z.string().min(1),
  language: z.string().min(1),
  styleBook: z.string(),
  status: z.enum(STATUSES),
  dates: z.looseObject({ dateline: z.string(), published: z.string().nullable() }),
  targetLength: z.number().int().positive().nullable(),
  article,
  photos: z.array(photo),
  notes: z.array(note),
  changes: z.array(change),
  dismissals: z.array(dismissalSchema),
  related: z.array(related),
  importReport: importReport.nullable(),
  imported: imported.optional(),
  decisions: z.array(decision).optional(),
  lexicon: z.array(lexiconWord).optional(),
});

/**
 * Reads the text of a `story.json`. Older schemas are migrated; a newer one is refused (`too-new`), as is text that is
 * not JSON or not a story (`bad-input`, with the path of the first wrong field). `name` is the file, for the message.
 */
export function parseStory(text: string, name: string): Result<Story> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return fail(
      'bad-input',
      `${name} is not readable as JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  const migrated = migrate(data, name);
  if (!migrated.ok) return migrated;
  const parsed = storySchema.safeParse(migrated.value);
  return parsed.success ? ok(parsed.data) : schemaFailure(parsed.error, name);
}

function schemaFailure(error: z.ZodError, name: string): Failure {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return fail(
    'bad-input',
    `${name} is not a Galley story: ${path === '' ? 'the file' : path}: ${issue?.message}`,
  );
}

/** The text of a `story.json`: two-space JSON with a final newline, so that people can read and compare it. */
export function serialiseStory(story: Story): string {
  return `${JSON.stringify(story, null, 2)}\n`;
}
