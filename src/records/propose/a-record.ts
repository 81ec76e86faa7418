/** A record with its article and who exports it so: `an opportunity, as Salesforce exports it`. */
export function aRecord(record: string, crm: string | null): string {
  const by = crm === null || crm === 'spreadsheet' ? '' : `, as ${crm} exports it`;
  return `${/^[aeio]/.test(record) ? 'an' : 'a'} ${record === 'spend' ? 'spend row' : record}${by}`;
}
