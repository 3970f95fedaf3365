// Peers that ship no types.
declare module 'textlint-rule-common-misspellings' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const rule: TextlintRuleModule;
  export = rule;
}

declare module 'textlint-rule-no-todo' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const rule: TextlintRuleModule;
  export = rule;
}

declare module 'textlint-rule-write-good' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const rule: TextlintRuleModule;
  export = rule;
}

declare module 'write-good' {
  function writeGood(text: string): readonly { readonly index: number; readonly reason: string }[];
  export = writeGood;
}
