import fc from 'fast-check';

/**
 * Property tests draw the same samples in every run, so that a run proves or refutes the code and not its luck;
 * `GALLEY_SEED=…` draws others, and the long runs draw new ones each time.
 */
const asked = Number(process.env['GALLEY_SEED'] ?? Number.NaN);
fc.configureGlobal({ seed: Number.isInteger(asked) ? asked : 20_091_013 });
