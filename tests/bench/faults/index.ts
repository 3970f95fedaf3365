import { CAPTION_FAULTS } from './captions';
import { CREDIT_FAULTS } from './credits';
import { HOUSE_FAULTS } from './house-style';
import type { Faults } from './inject';
import { LINK_FAULTS } from './links';
import { METADATA_FAULTS } from './metadata';
import { NAME_FAULTS } from './names';
import { NUMBER_FAULTS } from './numbers';
import { QUOTE_FAULTS } from './quotes';
import { SENSITIVE_FAULTS } from './sensitive';
import { STRUCTURE_FAULTS } from './structure';

/** A fault for every check of the catalogue; tests/core/checks/faults.test.ts holds the two together. */
export const FAULTS: Faults = {
  ...STRUCTURE_FAULTS,
  ...CAPTION_FAULTS,
  ...CREDIT_FAULTS,
  ...METADATA_FAULTS,
  ...QUOTE_FAULTS,
  ...NUMBER_FAULTS,
  ...NAME_FAULTS,
  ...HOUSE_FAULTS,
  ...SENSITIVE_FAULTS,
  ...LINK_FAULTS,
};
