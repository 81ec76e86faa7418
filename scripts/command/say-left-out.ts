import type { Edition } from '../../src/values/edition.ts';

/** A line for each sentence that is not published, with what is wrong with it. */
export const sayLeftOut = ({ leftOut }: Pick<Edition, 'leftOut'>): string[] =>
  leftOut.map(
    ({ statement, why }) =>
      `warning: a sentence about '${statement.subject}' is left out: ${why}. It was: ${statement.words}`,
  );
