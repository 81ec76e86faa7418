/** English: what can be taken along of a number. */
export const downloadWords = {
  heading: 'To take along',
  table: 'The figures',
  csv: 'as a table (CSV)',
  json: 'for programs (JSON)',
  light: 'The chart on white',
  dark: 'The chart on black',
  svg: 'as a drawing (SVG)',
  png: 'as a picture (PNG)',
  embed: 'The chart in a wiki',
  embedSee: 'as it looks there',
  embedLine: 'The line to paste',
} as const;
