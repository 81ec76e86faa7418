import { table } from './markdown.ts';
import type { EditorSchema, JsonSchema } from './editor-schemas.ts';

/** What each kind of file is, in the order of the guide. */
const files: Readonly<Record<EditorSchema, { readonly at: string; readonly is: string }>> = {
  metric: {
    at: 'metrics/*.yml, slas/*.yml',
    is: 'One metric a file; in slas/, one promise a file: a metric with two parties.',
  },
  vocabulary: { at: 'vocabulary.yml', is: 'Terms, figures and orders, by name.' },
  company: { at: 'company.yml', is: 'The company, and the settings that hold for every number.' },
  teams: { at: 'teams.yml', is: 'Teams by their short name.' },
  calendars: { at: 'calendars.yml', is: 'When people work, by the name of the calendar.' },
  currencies: { at: 'currencies.yml', is: 'What other currencies are worth.' },
  funnel: { at: 'funnel.yml', is: 'The stages from the first inquiry to the customer, in order.' },
};

/** A table of keys for each kind of file, from the schemas that editors are given. */
export function keyTables(schemas: Readonly<Record<EditorSchema, JsonSchema>>): string[] {
  return (Object.keys(files) as EditorSchema[]).flatMap((name) => {
    const { at, is } = files[name];
    const lines = keysIn(schemas[name]).map(([key, means]) => [`\`${key}:\``, means]);
    return [`### ${at}`, is, ...(lines.length === 0 ? [] : [table(['key', 'means'], lines)])];
  });
}

/** The keys of a file; of one that is a list, or a map by name, those of an entry. */
function keysIn(schema: unknown): [key: string, means: string][] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('properties' in schema && typeof schema.properties === 'object') {
    return Object.entries(schema.properties ?? {}).map(([key, { description = '' }]) => [key, String(description)]);
  }
  const inner = [
    'additionalProperties' in schema ? schema.additionalProperties : undefined,
    'items' in schema ? schema.items : undefined,
    ...('anyOf' in schema && Array.isArray(schema.anyOf) ? schema.anyOf : []),
  ];
  return inner.flatMap(keysIn);
}
