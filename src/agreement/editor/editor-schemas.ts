import { z } from 'zod';
import { calendarsSchema } from '../files/calendars.ts';
import { companySchema } from '../files/company.ts';
import { currenciesSchema } from '../files/currencies.ts';
import { funnelSchema } from '../files/funnel.ts';
import { metricSchema } from '../files/metric-schema.ts';
import { teamsSchema } from '../files/teams.ts';
import { vocabularySchema } from '../files/term-schema.ts';
import { completionsOf, type Completions } from './completions.ts';
import type { Named } from './guide-words.ts';
import { sharingLists } from './shared-lists.ts';
import type { Catalogue } from '../../values/catalogue.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Which file has which form: the file's name without `.yml`; of a folder of files, what one of them is. */
const schemas = {
  company: companySchema,
  teams: teamsSchema,
  calendars: calendarsSchema,
  currencies: currenciesSchema,
  vocabulary: vocabularySchema,
  funnel: funnelSchema,
  metric: metricSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type EditorSchema = keyof typeof schemas;

/**
 * A JSON Schema for each kind of file, so that an editor explains keys, underlines what has no place, and offers this company's own words: its
 * fields, terms, teams and calendars, and a sentence for each phrase. What only the whole agreement can tell is for `npm run check`.
 */
export function editorSchemas(named: Named, catalogue: Catalogue): Readonly<Record<EditorSchema, JsonSchema>> {
  const completions = completionsOf(named, catalogue);
  const made = Object.entries(schemas).map(([name, schema]) => [name, editorSchema(schema, completions)]);
  return Object.fromEntries(made) as Record<EditorSchema, JsonSchema>;
}

/** A schema as editors read it, of what people write: before any of it is read. */
export function editorSchema(schema: z.ZodType, completions: Completions): JsonSchema {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: asWritten,
  });
  return sharingLists(offering(written, completions) as JsonSchema);
}

/** To an editor `60` is a number: we read it as a text, as it is written. */
const anyText = ['string', 'number'];

/** Where one text may stand in place of a list, zod knows only the list. */
function asWritten({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { def } = zodSchema._zod;
  if (def.type === 'string') Object.assign(jsonSchema, { type: anyText });
  if (def.type !== 'pipe' || def.in._zod.def.type !== 'transform') return;
  const { description, ...list } = jsonSchema;
  for (const key of Object.keys(list)) delete jsonSchema[key];
  Object.assign(jsonSchema, { anyOf: [list, { type: anyText }] }, description === undefined ? {} : { description });
}

/** Adds to each key what may stand there. */
function offering(node: unknown, completions: Completions, key = ''): unknown {
  if (Array.isArray(node)) return node.map((item) => offering(item, completions, key));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([name, inner]) => {
    if (!['properties', 'definitions'].includes(name) || !isObject(inner))
      return [name, offering(inner, completions, key)];
    const keys = Object.entries(inner).map(([own, schema]) => [own, offering(schema, completions, own)]);
    return [name, Object.fromEntries(keys)];
  });
  const offered = isText(node) ? (completions.get(key) ?? []) : [];
  return { ...Object.fromEntries(entries), ...(offered.length > 0 ? { examples: offered } : {}) };
}

const isText = ({ type }: Readonly<Record<string, unknown>>): boolean => Array.isArray(type) && type.includes('string');

function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
