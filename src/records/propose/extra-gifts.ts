import { formsOfDates } from '../forms/tell-forms.ts';
import type { Column } from './columns-of.ts';
import { bareName } from './known/known-column.ts';
import { stageDateColumns } from './known/hubspot.ts';
import { knownFor } from './known/known-for.ts';
import type { ProposedField, ProposedGift, ProposedKey } from './proposal.ts';

/** Records that stand in the columns of another one: the stages that a deal came into, and the people who have a part in it. */
export function extraGifts(columns: readonly Column[], crm: string | null, record: string): readonly ProposedGift[] {
  const key = columns.find(({ name }) =>
    knownFor(name).some((known) => known.crm === crm && known.record === record && known.field === 'key'),
  );
  if (crm !== 'HubSpot' || record !== 'opportunity' || !key) return [];
  return [...stageDates(columns, key), ...dealContacts(columns, key)];
}

/** The columns that say when a stage was entered, with what a source calls them all; null where there are none. */
export function stageDatesOf(
  columns: readonly Column[],
): { readonly like: string; readonly columns: readonly string[] } | null {
  for (const like of stageDateColumns) {
    const [before = '', after = ''] = like.split('*').map(bareName);
    const found = columns.filter(({ name }) => {
      const bare = bareName(name);
      return bare.length > before.length + after.length && bare.startsWith(before) && bare.endsWith(after);
    });
    if (found.length > 0) return { like, columns: found.map(({ name }) => name) };
  }
  return null;
}

function stageDates(columns: readonly Column[], key: Column): ProposedGift[] {
  const found = stageDatesOf(columns);
  if (!found) return [];
  const values = columns.filter(({ name }) => found.columns.includes(name)).flatMap((column) => column.values);
  const [form] = formsOfDates(values);
  const at = form && !form.hasTime ? ({ from: 'its value', is: 'day' } as const) : 'its value';
  return [
    gift(
      'stage change',
      [['for each column', found.like]],
      [
        ['opportunity', key.name],
        ['at', at],
        ['to', 'its name'],
      ],
    ),
  ];
}

function dealContacts(columns: readonly Column[], key: Column): ProposedGift[] {
  const contacts = columns.find(
    ({ name, profile }) => bareName(name) === bareName('Associated Contact IDs') && profile.looks !== 'empty',
  );
  if (!contacts) return [];
  const keys = [
    ['for each piece of', contacts.name],
    ['split at', ';'],
  ] as const;
  return [
    gift('deal contact', keys, [
      ['opportunity', key.name],
      ['contact', 'its value'],
    ]),
  ];
}

function gift(
  record: string,
  keys: readonly (readonly [string, string])[],
  fields: readonly (readonly [string, ProposedField['says']])[],
): ProposedGift {
  const why = 'so called by HubSpot';
  return {
    record,
    keys: keys.map(([key, value]): ProposedKey => ({ key, value, confidence: 'sure', why })),
    fields: fields.map(([field, says]): ProposedField => ({ field, says, column: null, confidence: 'sure', why })),
    offered: [],
  };
}
