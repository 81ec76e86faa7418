/** A row of CSV (RFC 4180); what is null is empty. */
export function csvRow(values: readonly (string | null)[]): string {
  return `${values.map((value) => cellOf(value ?? '')).join(',')}\n`;
}

function cellOf(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
