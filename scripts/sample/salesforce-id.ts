const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const suffixes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Salesforce's first three characters of an id, which tell what the record is. */
export const prefixes = {
  account: '001',
  contact: '003',
  user: '005',
  opportunity: '006',
  stageChange: '008',
  fieldChange: '017',
  contactRole: '00K',
  lead: '00Q',
  task: '00T',
  event: '00U',
  group: '00G',
  role: '00E',
  recordType: '012',
  campaign: '701',
  campaignMember: '00v',
} as const;

export type IdKind = keyof typeof prefixes;

/** The 18 characters of the record with a number: 15 that tell case apart, and 3 that say which of them are capitals. */
export function salesforceId(kind: IdKind, number: number): string {
  let tail = '';
  for (let rest = number; tail.length < 6; rest = Math.floor(rest / 62)) tail = digits[rest % 62]! + tail;
  const short = `${prefixes[kind]}Hw0000${tail}`.slice(0, 15);
  return short + suffixOf(short);
}

/** The three characters that make an id of 15 one of 18: each tells which of five characters are capitals, the first of them counting least. */
export function suffixOf(short: string): string {
  let suffix = '';
  for (let from = 0; from < 15; from += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(short[from + i]!)) bits |= 1 << i;
    suffix += suffixes[bits]!;
  }
  return suffix;
}

/** Hands out the ids of one run, counting each kind by itself. */
export function idCounter(): (kind: IdKind) => string {
  const last = new Map<IdKind, number>();
  return (kind) => {
    const number = (last.get(kind) ?? 0) + 1;
    last.set(kind, number);
    return salesforceId(kind, number);
  };
}
