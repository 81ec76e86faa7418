const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-01-05 09:00` on the clock of Berlin, as HubSpot exports an instant. */
export function inBerlin(instant: string): string {
  return shown.format(new Date(instant));
}

/** The instant of such a time; null for another text. */
export function instantOfBerlin(time: string): string | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(time)) return null;
  const offsets = ['+01:00', '+02:00'];
  const instants = offsets.map((offset) => new Date(`${time.replace(' ', 'T')}:00${offset}`).toISOString());
  return instants.find((instant) => inBerlin(instant) === time) ?? null;
}
