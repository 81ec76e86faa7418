/** What people type where the grammar has a word of its own. */
const ofOurs: Readonly<Record<string, readonly string[]>> = {
  'is at least': ['>=', '=>', '≥'],
  'is at most': ['<=', '=<', '≤'],
  'is more than': ['>', 'over', 'above', 'exceeds', 'greater', 'bigger', 'larger', 'higher'],
  'is less than': ['<', 'under', 'below', 'smaller', 'lower', 'fewer'],
  'is not': ['!=', '<>', '≠', "isn't"],
  'has no': ["hasn't", 'lacks', 'without'],
  is: ['=', '==', 'equals', 'are', 'was'],
  contains: ['contain', 'includes', 'include'],
  'is one of': ['in'],
  'is on or after': ['since', 'from'],
  'is on or before': ['until', 'till'],
  'has happened': ['happened', 'exists'],
  hours: ['h', 'hr', 'hrs'],
  minutes: ['min', 'mins'],
  days: ['d'],
  'business days': ['working', 'workdays', 'weekdays'],
};

const ours = new Map(Object.entries(ofOurs).flatMap(([our, others]) => others.map((other) => [other, our] as const)));

/** What a word is called here; null where nobody knows it under another one. */
export function ourWordFor(written: string): string | null {
  return ours.get(written.toLowerCase()) ?? null;
}
