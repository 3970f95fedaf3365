import type { Check } from '../types';
import { abbrevDefinition } from './abbrev-definition';
import { accusedLabel } from './accused-label';
import { ageVsBirth } from './age-vs-birth';
import { altEqualsCaption } from './alt-equals-caption';
import { altLong } from './alt-long';
import { altMissing } from './alt-missing';
import { altPrefix } from './alt-prefix';
import { anonymousSource } from './anonymous-source';
import { archiveUnlabelled } from './archive-unlabelled';
import { bannedWord } from './banned-word';
import { capsMix } from './caps-mix';
import { captionDraft } from './caption-draft';
import { captionDuplicatesHeadline } from './caption-duplicates-headline';
import { captionFragment } from './caption-fragment';
import { captionInDek } from './caption-in-dek';
import { captionMissing } from './caption-missing';
import { captionNameSpelling } from './caption-name-spelling';
import { captionNoDate } from './caption-no-date';
import { captionNoPlace } from './caption-no-place';
import { captionPersonNotInStory } from './caption-person-not-in-story';
import { captionPosition } from './caption-position';
import { captionStop } from './caption-stop';
import { captionTense } from './caption-tense';
import { compositionTitle } from './composition-title';
import { contactExposed } from './contact-exposed';
import { creditAgencySpelling } from './credit-agency-spelling';
import { creditCase } from './credit-case';
import { creditDisagrees } from './credit-disagrees';
import { creditDoubledAgency } from './credit-doubled-agency';
import { creditForm } from './credit-form';
import { creditGlued } from './credit-glued';
import { creditKind } from './credit-kind';
import { creditLicenceMissing } from './credit-licence-missing';
import { creditMissing } from './credit-missing';
import { creditNoCreator } from './credit-no-creator';
import { crimeUnattributed } from './crime-unattributed';
import { dashStyle } from './dash-style';
import { dateImpossible } from './date-impossible';
import { dateOrdinal } from './date-ordinal';
import { dekTruncated } from './dek-truncated';
import { dupLine } from './dup-line';
import { dupParagraph } from './dup-paragraph';
import { ellipsisStyle } from './ellipsis-style';
import { filenameAsText } from './filename-as-text';
import { firstReference } from './first-reference';
import { headlineNotInBody } from './headline-not-in-body';
import { hedCase } from './hed-case';
import { hedLength } from './hed-length';
import { hedNumeral } from './hed-numeral';
import { hedQuotes } from './hed-quotes';
import { houseSpelling } from './house-spelling';
import { hyphenMix } from './hyphen-mix';
import { invisibleChar } from './invisible-char';
import { laterReference } from './later-reference';
import { linkBare } from './link-bare';
import { linkScheme } from './link-scheme';
import { linkTracking } from './link-tracking';
import { listCount } from './list-count';
import { metaCaptionRaw } from './meta-caption-raw';
import { metaCreditMismatch } from './meta-credit-mismatch';
import { metaDateMismatch } from './meta-date-mismatch';
import { metaInstructions } from './meta-instructions';
import { metaPersonMismatch } from './meta-person-mismatch';
import { metaPlaceMismatch } from './meta-place-mismatch';
import { minorNamed } from './minor-named';
import { missingElement } from './missing-element';
import { mojibake } from './mojibake';
import { moneyRedundant } from './money-redundant';
import { monthAbbrev } from './month-abbrev';
import { nameNotAsDecided } from './name-not-as-decided';
import { nameVariant } from './name-variant';
import { nearDupParagraph } from './near-dup-paragraph';
import { numberNotAsDecided } from './number-not-as-decided';
import { numberSmall } from './number-small';
import { numberStart } from './number-start';
import { pageBoilerplate } from './page-boilerplate';
import { partsTotal } from './parts-total';
import { percentChange } from './percent-change';
import { percentStyle } from './percent-style';
import { percentSum } from './percent-sum';
import { placeholder } from './placeholder';
import { quotationChanged } from './quotation-changed';
import { quoteMixed } from './quote-mixed';
import { quotePunctOrder } from './quote-punct-order';
import { quoteStacked } from './quote-stacked';
import { quoteUnattributed } from './quote-unattributed';
import { quoteUnbalanced } from './quote-unbalanced';
import { relatedInBody } from './related-in-body';
import { relativeDay } from './relative-day';
import { serialComma } from './serial-comma';
import { stateName } from './state-name';
import { timeStyle } from './time-style';
import { titleAbbrev } from './title-abbrev';
import { titleCase } from './title-case';
import { usUkMix } from './us-uk-mix';
import { weekdayMismatch } from './weekday-mismatch';
import { wordTwice } from './word-twice';

/** Every check, in the order of the catalogue. One line per file in this folder; one generic test runs their examples. */
export const CHECKS: readonly Check[] = [
  // Structure and duplication
  dupParagraph,
  dupLine,
  nearDupParagraph,
  dekTruncated,
  captionInDek,
  filenameAsText,
  pageBoilerplate,
  relatedInBody,
  placeholder,
  missingElement,
  invisibleChar,
  mojibake,
  wordTwice,
  // Captions
  captionMissing,
  captionDraft,
  captionFragment,
  captionTense,
  captionNoPlace,
  captionNoDate,
  captionPosition,
  captionDuplicatesHeadline,
  captionStop,
  // Credits
  creditMissing,
  creditCase,
  creditForm,
  creditDoubledAgency,
  creditAgencySpelling,
  creditNoCreator,
  creditLicenceMissing,
  creditGlued,
  creditKind,
  archiveUnlabelled,
  creditDisagrees,
  // Photo metadata against the story
  metaCreditMismatch,
  metaDateMismatch,
  metaPlaceMismatch,
  metaPersonMismatch,
  metaInstructions,
  metaCaptionRaw,
  captionPersonNotInStory,
  captionNameSpelling,
  // Quotes and punctuation
  quoteMixed,
  quoteUnbalanced,
  quoteStacked,
  quotePunctOrder,
  ellipsisStyle,
  dashStyle,
  // Numbers, dates, money
  numberNotAsDecided,
  numberSmall,
  numberStart,
  monthAbbrev,
  dateOrdinal,
  weekdayMismatch,
  dateImpossible,
  relativeDay,
  timeStyle,
  percentStyle,
  moneyRedundant,
  percentSum,
  percentChange,
  partsTotal,
  ageVsBirth,
  linkBare,
  linkScheme,
  linkTracking,
  listCount,
  // Names, titles, attribution
  firstReference,
  laterReference,
  nameVariant,
  nameNotAsDecided,
  titleCase,
  titleAbbrev,
  compositionTitle,
  anonymousSource,
  quoteUnattributed,
  quotationChanged,
  headlineNotInBody,
  // House style and consistency
  houseSpelling,
  bannedWord,
  usUkMix,
  hyphenMix,
  capsMix,
  serialComma,
  stateName,
  abbrevDefinition,
  // Sensitive
  crimeUnattributed,
  accusedLabel,
  minorNamed,
  contactExposed,
  // Links, headline, accessibility
  hedLength,
  hedCase,
  hedQuotes,
  hedNumeral,
  altMissing,
  altEqualsCaption,
  altLong,
  altPrefix,
];
