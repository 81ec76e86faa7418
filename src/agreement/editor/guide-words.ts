import { historyTable } from './guide-history.ts';
import { table } from './markdown.ts';
import type { Agreement, Metric } from '../../values/agreement.ts';
import type { Catalogue, Field, RecordKind, Relation } from '../../values/catalogue.ts';
import type { ValueType } from '../../values/tree.ts';

/** What a company can name. */
export type Named = Pick<Agreement, 'terms' | 'figures' | 'orders' | 'teams' | 'calendars' | 'metrics'>;

/** The company's own words, a section a kind of thing; of what there is none, nothing is said. */
export function companyWords(named: Named, catalogue: Catalogue): string[] {
  const { terms, figures, orders, teams, calendars, metrics } = named;
  return [
    '## Words of this company',
    ...section(
      'Metrics and promises',
      ['slug', 'title', 'asks', 'answers for it', 'tells', 'topic'],
      metrics.map((metric) => [
        metric.slug,
        metric.title,
        metric.asks,
        answersFor(metric),
        metric.tells ?? '',
        metric.topic ?? '',
      ]),
    ),
    ...section(
      'Terms',
      ['term', 'is', 'in words'],
      terms.map(({ name, isA, kind, inWords }) => [name, isA ?? kind, inWords]),
    ),
    ...section(
      'Figures',
      ['figure', 'of', 'is', 'in words'],
      figures.map(({ name, term, kind, type, inWords }) => [name, term ?? kind, typeName(type), inWords]),
    ),
    ...section(
      'Orders',
      ['order', 'from first to last'],
      orders.map(({ name, choices }) => [name, choices.join(', ')]),
    ),
    ...section(
      'Teams',
      ['team', 'is called'],
      teams.map(({ slug, name }) => [slug, name]),
    ),
    ...section(
      'Calendars',
      ['calendar'],
      calendars.map(({ slug }) => [slug]),
    ),
    ...historyTable(catalogue),
    '### Records and their fields',
    'Only fields that some source fills are listed; what else could be mapped stands in the guide to the sources.',
    'What belongs to a record does so by what is listed here and nothing else, at any time: an activity before a handover belongs to it too, where it has the same lead or contact. Say `on or after assigned`, or `within 1 business day of assigned`, to narrow it. A record is not among its own fellows.',
    ...catalogue.kinds.filter(isFilled).map((kind) => recordSection(kind, catalogue)),
  ];
}

/** Who promised it, and to whom; else who answers for it. */
function answersFor({ promise, answeredBy }: Metric): string {
  return promise ? `${promise.by.join(', ')}, to ${promise.to.join(', ')}` : answeredBy.join(', ');
}

function section(title: string, heads: readonly string[], lines: readonly (readonly string[])[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, table(heads, lines)];
}

const isFilled = ({ fields }: RecordKind): boolean => fields.some(({ mapped }) => mapped);

function recordSection(kind: RecordKind, catalogue: Catalogue): string {
  const { name, means, fields, related, happens } = kind;
  const lines = fields.filter(({ mapped }) => mapped).map((field) => [field.name, typeName(field.type), field.means]);
  const others = related.map((relation) => `- ${belonging(relation, catalogue)}`);
  const belongs = others.length === 0 ? '' : `\n\nTo it belong:\n\n${others.join('\n')}`;
  return `#### ${name}\n\n${means}. It happens when it is ${happens}.\n\n${table(['field', 'is', 'means'], lines)}${belongs}`;
}

/** Which records of a kind belong to a record: `activities with the same lead or contact`. */
function belonging({ kind, on }: Relation, { kinds }: Catalogue): string {
  const other = kinds.find(({ name }) => name === kind);
  const plural = other?.plural ?? kind;
  const link = (column: string): string => other?.fields.find((field) => field.column === column)?.name ?? column;
  const [first] = on;
  const links = on.map(({ theirs }) => link(theirs)).join(' or ');
  return first?.ours === 'key' ? `${plural} whose ${links} it is` : `${plural} with the same ${links}`;
}

/** A type in the words of the guide. */
export function typeName(type: Field['type'] | ValueType): string {
  switch (type.is) {
    case 'moment': {
      const what = type.precision === 'day' ? 'a day' : 'a moment';
      return type.may === 'be a plan' ? `${what}, perhaps ahead` : what;
    }
    case 'link':
      return `a link to ${type.to}`;
    case 'duration':
      return type.unit;
    case 'yes-no':
      return 'yes or no';
    case 'money':
      return 'an amount';
    default:
      return `a ${type.is}`;
  }
}
