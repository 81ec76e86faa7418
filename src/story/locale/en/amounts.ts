/** English: two amounts side by side. */

/** `185,000` of `185,000 euros`, where the other amount says the same unit after it. A figure's own `million` stays. */
export function withoutUnit(amount: string, beside: string): string {
  const [figures = amount, ...unit] = amount.split(' ');
  const [, ...same] = beside.split(' ');
  return unit.join(' ') === same.join(' ') ? figures : amount;
}
