/**
 * The seconds that an answer asks us to wait (RFC 9110, 10.2.3): a number, or a date, which is held against this machine's clock. Null: it does
 * not say.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const said = headers.get('retry-after')?.trim();
  if (said === undefined || said === '') return null;
  if (/^\d{1,9}$/.test(said)) return Number(said);
  const until = Date.parse(said);
  return Number.isNaN(until) ? null : Math.max(0, until / 1000 - now);
}
