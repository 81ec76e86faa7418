import fc from 'fast-check';
import type { FigureName, Names } from '../../../src/agreement/names.ts';
import { pluralOf } from '../../../src/agreement/plural.ts';
import type { Field, FieldType, RecordKind } from '../../../src/values/catalogue.ts';
import type { ValueType } from '../../../src/values/tree.ts';

/** Names as people give them, and some that nobody should: of digits, in other scripts, with words that sentences are made of. */
const strange = [
  'Q3 2026 score',
  '2nd owner',
  '2026',
  '2026-01-31',
  'Größe',
  'дата сделки',
  '客户 评分',
  'तारीख',
  'تاريخ الإغلاق',
  'R&D / ops',
  'a, b',
  'say "hi"',
  "owner's note",
  'is',
  'not',
  'where and when',
  'the best',
  'now',
  'entered',
  'no',
  'yes',
];
const common = 'created source score from to at by entry number year month days time amount'.split(' ');
const twoWords = ['company size', 'do not contact', 'stage before', 'number of calls', 'total value', 'retry on'];

const anyFieldName = fc.oneof(
  fc.constantFrom(...common),
  fc.constantFrom(...twoWords),
  fc.constantFrom(...strange),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== ''),
);

const fieldTypes: readonly FieldType[] = [
  { is: 'text' },
  { is: 'text' },
  { is: 'number' },
  { is: 'money' },
  { is: 'yes-no' },
  { is: 'moment', precision: 'instant', may: 'be a fact' },
  { is: 'moment', precision: 'day', may: 'be a plan' },
];

const kindNames = ['lead', 'stage change', 'Q3 deal', '客户', 'Gespräch', 'a, b'];
const termNames = ['touch', 'good lead', '2nd try', 'score', 'pipeline entry', 'лид', 'number'];
const figureNames = ['time to close', 'Q3 value', 'возраст', 'gap of days'];
const figureTypes: readonly ValueType[] = [...fieldTypes, { is: 'duration', unit: 'business hours' }];

/** What sentences can name in a company that nobody has seen before: records that belong together and link to each other. */
export const anyNames: fc.Arbitrary<Names> = fc
  .subarray(kindNames, { minLength: 2, maxLength: 3 })
  .chain((kinds) => fc.tuple(...kinds.map((kind) => anyKind(kind, kinds))))
  .chain((kinds) =>
    fc.record({
      catalogue: fc.constant({ kinds }),
      terms: anyTerms(kinds),
      figures: anyFigures(kinds),
      orders: fc.constant(
        kinds.flatMap(({ name, fields }) => {
          const ordered = fields
            .filter(({ type }) => type.is === 'text')
            .map((field) => ({ kind: name, field: field.name }));
          return [
            {
              name: `order of ${name}`,
              inWords: '',
              fields: ordered,
              choices: ['Discovery', 'On hold', 'Up to you'],
              at: nowhere,
            },
          ];
        }),
      ),
      metrics: fc.constant([]),
      brokenTerms: fc.constant([]),
      currencies: fc.constant(['EUR', 'USD', 'JPY']),
    }),
  );

const nowhere = { file: '', line: 0, column: 0 };

function anyKind(name: string, kinds: readonly string[]): fc.Arbitrary<RecordKind> {
  const links = kinds.map((to): FieldType => ({ is: 'link', to }));
  const types = [...fieldTypes, ...links];
  return fc
    .tuple(
      fc.uniqueArray(anyFieldName, { minLength: types.length, maxLength: types.length, selector: alike }),
      fc.subarray([...kinds], { minLength: 1 }),
      fc.boolean(),
    )
    .map(([names, related, hasHistory]) => {
      const fields = types.map((type, index): Field => ({
        name: names[index] ?? '',
        column: `column_${index}`,
        type,
        means: '',
        mapped: true,
      }));
      const moment = fields.find(({ type }) => type.is === 'moment')?.name ?? '';
      const [from = '', to = ''] = names;
      return {
        name,
        plural: pluralOf(name),
        table: name,
        happens: moment,
        fields,
        related: related.map((kind) => ({ kind, on: [{ ours: 'key', theirs: 'column_0' }] })),
        sequence: null,
        history: hasHistory ? { kind: related[0] ?? name, field: from, from, to, holds: {} } : null,
        means: '',
      };
    });
}

function anyTerms(kinds: readonly RecordKind[]): fc.Arbitrary<Names['terms']> {
  const kind = fc.constantFrom(...kinds.map(({ name }) => name));
  return fc
    .array(kind, { minLength: termNames.length, maxLength: termNames.length })
    .map((of) =>
      termNames.map((name, index) => ({ name, plural: pluralOf(name), alsoCalled: [], kind: of[index] ?? '' })),
    );
}

function anyFigures(kinds: readonly RecordKind[]): fc.Arbitrary<FigureName[]> {
  const figures = kinds.flatMap(({ name }) =>
    figureNames.map((figure) =>
      fc
        .constantFrom(...figureTypes)
        .map((type): FigureName => ({ name: figure, kind: name, type: () => type, is: () => null })),
    ),
  );
  return fc.tuple(...figures);
}

/** What is told apart by case or blanks only is one name to a reader. */
function alike(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '');
}
