import type { ImportReport, Loss, Story } from '../../article/model';
import { counter } from '../../article/story';
import { guessLanguage } from '../import-language';
import { findBios, findCrossheads, findLateByline, findLists, findPullQuotes } from './body';
import { build } from './build';
import { dropCopies, dropRepeatedLines, dropTeasers } from './duplicates';
import { figureQuestion, fileNameLine, isCreditLine, readFigureLine } from './figure-lines';
import { isFurniture, isRelatedHeading } from './furniture';
import { readHeader, splitSummaries } from './header';
import { fold, hasMojibake, sourceLines } from './lines';
import { joinVerse, paragraphs } from './paragraphs';
import { datelinePlace, readByline } from './people';
import { findCaptions, placeCredits, placeFiles } from './pictures';
import { separateRelated } from './related';
import type { Unit } from './units';
import { isOpen, remove } from './units';

export interface ScrapeReading {
  readonly story: Partial<Story>;
  readonly report: ImportReport;
}

/**
 * Reads a plain text scrape by its structure: each pass settles what it is sure of and leaves the rest open, so no text
 * is ever lost. Everything left out or moved is listed with its lines. Linear in the text; never throws.
 */
export function readScrape(text: string, source: string): ScrapeReading {
  const lines = sourceLines(text);
  let units = paragraphs(lines);
  for (const each of units) if (isOpen(each)) readShape(each);
  for (const each of units) if (isOpen(each) && isPageLine(each.text)) dropFurniture(each);
  const related = separateRelated(units, counter('r'));
  units = joinVerse(units);
  dropRepeatedLines(units);
  dropCopies(units);
  const questions: string[] = [];
  units = splitSummaries(units);
  dropTeasers(units);
  const header = readHeader(units);
  questions.push(...header.questions);
  findCaptions(units);
  placeCredits(units, questions);
  placeFiles(units);
  const bylines = units
    .filter((each) => each.role === 'byline')
    .map((each) => each.folded)
    .join('\n');
  for (const name of findBios(units)) {
    if (!bylines.includes(fold(name))) questions.push(`Is “${name}” the byline?`);
  }
  findLateByline(units);
  findLists(units);
  findPullQuotes(units);
  findCrossheads(units);
  for (const each of units.slice(0, 4000)) {
    const question = isOpen(each) ? figureQuestion(each.text) : null;
    if (question) questions.push(`Line ${each.lines[0]?.no}: ${question}`);
  }
  const built = build(units, related);
  const opening = units.find((each) => isOpen(each) && each.text.length >= 60);
  return {
    story: {
      language: guessLanguage(
        units
          .filter(isOpen)
          .slice(0, 200)
          .map((each) => each.text)
          .join(' '),
      ),
      dates: { dateline: opening ? datelinePlace(opening.text) : '', published: header.published },
      article: { blocks: built.blocks },
      photos: built.photos,
      related,
    },
    report: {
      format: 'scrape',
      source,
      lineCount: lines.length,
      repairs: built.repairs,
      loose: built.loose,
      losses: losses(text),
      questions: [...new Set(questions)],
    },
  };
}

function readShape(each: Unit): void {
  const file = fileNameLine(each.text);
  if (file !== null) {
    each.role = 'file';
    each.file = file;
    return;
  }
  if (readByline(each.text) || isPageLine(each.text)) return;
  const figure = readFigureLine(each.text);
  if (figure) {
    each.role = 'figure';
    each.caption = figure.caption;
    each.credit = figure.credit;
  } else if (isCreditLine(each.text)) {
    each.role = 'credit';
  }
}

function isPageLine(text: string): boolean {
  return isFurniture(text) && !isRelatedHeading(text);
}

function dropFurniture(each: Unit): void {
  remove(each, 'page-boilerplate', 'Left out a line of the web page.');
}

function losses(text: string): readonly Loss[] {
  if (!hasMojibake(text)) return [];
  return [
    {
      lines: [],
      message:
        'Some characters look wrongly decoded (“â€™” for an apostrophe). They were left as they are.',
    },
  ];
}
