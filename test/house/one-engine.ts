import ts from 'typescript';
import { roomOf } from './rooms.ts';
import { lineOf, nodesOf, type Fault, type Source } from './source.ts';

/** What only one engine knows, or what engines read differently, and what is said instead. */
const bound: readonly { readonly says: RegExp; readonly instead: string }[] = [
  {
    says: /\b(strftime|julianday|unixepoch|datetime|date_trunc|date_part|to_char|extract|make_date|age)\s*\(/i,
    instead: 'join the calendar tables',
  },
  { says: /->>?|\b(json_\w+|jsonb_\w+)\s*\(/i, instead: 'store what is asked for in columns' },
  { says: /::\s*[a-z]/i, instead: 'cast(... as ...)' },
  { says: /\b(ilike|glob|regexp|similar to)\b|\bcollate nocase\b/i, instead: 'lower(...) like ...' },
  { says: /\b(percentile_cont|percentile_disc|median|mode)\s*\(/i, instead: "the dialect's percentile" },
  {
    says: /\b(group_concat|string_agg|array_agg|unnest|generate_series)\s*\(|\blateral\b|\barray\[/i,
    instead: 'rows, read one by one',
  },
  {
    says: /\b(ifnull|nvl|iif|instr|strpos|printf|typeof|total|random|changes|last_insert_rowid)\s*\(/i,
    instead: 'coalesce, case and like',
  },
  { says: /\b(min|max)\s*\([^(),]*,|\b(greatest|least)\s*\(/i, instead: 'case when ... then ... else ... end' },
  { says: /\binsert or\b|\breplace into\b|\bdistinct on\b/i, instead: 'plain inserts and subqueries' },
  {
    says: /\browid\b|\bautoincrement\b|\binteger primary key\b|\bserial\b/i,
    instead: "a key of the dialect's type for places",
  },
  { says: /\bpragma\b|\bsqlite_\w+|\bpg_\w+/i, instead: 'a function of the store' },
  { says: /==|\bis (not )?(1|0)\b/i, instead: 'a single =' },
];

/** Texts of SQL outside the store that only one engine understands as meant. */
export function oneEngineSql(source: Source): Fault[] {
  const room = roomOf(source.path);
  if (room === null || room === 'store') return [];
  const faults: Fault[] = [];
  for (const node of nodesOf(source)) {
    const text = sqlOf(node);
    if (text === null) continue;
    for (const { says, instead } of bound) {
      const [found] = says.exec(text) ?? [];
      if (found !== undefined)
        faults.push({
          file: source.path,
          line: lineOf(node),
          says: `says "${found.trim()}", which only one engine knows: ${instead}`,
        });
    }
  }
  return faults;
}

/** The text of a template that is tagged as SQL, or of a statement that is handed to the driver, with `?` for what is put in. */
function sqlOf(node: ts.Node): string | null {
  if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText())) return textOf(node.template);
  if (!ts.isCallExpression(node) || !/\.(prepare|exec|raw)$/.test(node.expression.getText())) return null;
  const [first] = node.arguments;
  return first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first)) ? textOf(first) : null;
}

function textOf(node: ts.TemplateLiteral | ts.StringLiteralLike): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('?');
}
