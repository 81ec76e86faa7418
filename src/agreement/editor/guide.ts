import { measures } from '../measures.ts';
import { partsOf } from '../pattern.ts';
import { phraseGroups, type PhraseTable } from '../phrases.ts';
import { withArticle } from '../plural.ts';
import { slots } from '../slots.ts';
import { editorSchemas } from './editor-schemas.ts';
import { counting } from './guide-counting.ts';
import { keyTables } from './guide-keys.ts';
import { numbersFromNumbers } from './guide-made.ts';
import { looksRight } from './guide-misleading.ts';
import { history, targets } from './guide-targets.ts';
import { tasks } from './guide-tasks.ts';
import { measured, valueTable } from './guide-values.ts';
import { companyWords, type Named } from './guide-words.ts';
import { table } from './markdown.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { SlotType } from '../../values/tree.ts';

/** What stands for a slot in a pattern. */
const slotNames: Readonly<Record<SlotType, string>> = {
  value: 'VALUE',
  operand: 'OTHER',
  moment: 'MOMENT',
  window: 'WITHIN',
  order: 'ORDER',
  literals: 'LIST',
  words: 'WORDS',
  counted: 'RECORDS',
  weekdays: 'WEEKDAYS',
  links: 'LINK',
  term: 'TERM',
};

/**
 * The guide to an agreement's files, as Markdown: what to do for the usual tasks, every sentence, measure and key with an example, and this
 * company's own words. Made from the tables that the files are read by, so that nothing in it can be out of date.
 */
export function guide(named: Named, catalogue: Catalogue): string {
  return [
    '<!-- Made by "npm run guide". What you write here is lost the next time. -->',
    '# How to write the agreement',
    intro,
    tasks,
    targets,
    history,
    counting,
    numbersFromNumbers,
    looksRight,
    '## Sentences',
    'A condition is one sentence about one record. A list of conditions holds where all of them hold; `any of:`, `all of:` and `none of:` group them.',
    ...Object.entries(phraseGroups).map(([title, rows]) => phraseTable(title, rows)),
    '## What stands in a sentence',
    slotTable(),
    '### Values',
    valueTable(),
    '## Measures',
    measureTable(),
    measured,
    '## Files and their keys',
    ...keyTables(editorSchemas(named, catalogue)),
    ...companyWords(named, catalogue),
  ].join('\n\n');
}

const intro = [
  'These files are what the teams have agreed on, and what is computed: there is no second version anywhere.',
  'Names are read whatever their case, singular or plural; only teams, calendars and metrics stand exactly as they are called in the files: `sales`. Values are read exactly as the CRM writes them, case and blanks too: `BestCase` is not `Best Case`. A value with a comma, or with a word like `is`, `and` or `or` in it, stands in "quotes".',
  'An empty field is nothing: it is not more, less or equal to anything; `is not` is exactly the opposite of `is`, so that it holds for an empty field.',
  '`npm run check` tells every mistake with its place and what to type instead. Nothing is published while there is one.',
].join('\n\n');

function phraseTable(title: string, rows: PhraseTable): string {
  const lines = Object.values(rows).map(({ patterns, example }) => {
    const said = patterns.map((pattern) => `\`${shown(pattern)}\``).join(' or ');
    return [said, `\`${example.says}\``, withArticle(example.of)];
  });
  return `### ${title}\n\n${table(['say', 'for example', 'said of'], lines)}`;
}

function shown(pattern: string): string {
  return partsOf(pattern)
    .map((part) => (part.is === 'words' ? part.words.join(' ') : slotNames[part.type]))
    .join(' ');
}

function slotTable(): string {
  const lines = Object.entries(slots).map(([type, { means }]) => [`\`${slotNames[type as SlotType]}\``, means]);
  return table(['where it says', 'stands'], lines);
}

function measureTable(): string {
  const lines = Object.entries(measures).map(([key, { means }]) => [`\`${key}:\``, means]);
  return table(['key', 'what is computed'], lines);
}
