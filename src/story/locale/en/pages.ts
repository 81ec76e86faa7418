/** English: what the pages that are one of their kind are called, where a picture names the page that it is of. */
export const pageNames = {
  trends: 'Trends',
  promises: 'Promises',
  review: 'Review',
  changes: 'What changed',
  vocabulary: 'Words',
  data: 'Data',
} as const;
