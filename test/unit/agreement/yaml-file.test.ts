import { describe, expect, test } from 'vitest';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { readYaml } from '../../../src/agreement/yaml-file.ts';
import type { Problem } from '../../../src/values/problem.ts';

function read(text: string) {
  const problems: Problem[] = [];
  const yaml = readYaml({ path: 'file', text }, problems);
  return { data: yaml?.data ?? null, said: problems.map((problem) => sayProblem(problem).replace('file:', '')) };
}

describe('a slip in the structure is told at its place, with the mend', () => {
  test.each([
    [
      'a key without its colon',
      'promised by sales\nby: created\n',
      '1:1  "promised by sales" has no colon; write it like "key: value"',
    ],
    [
      'a colon without its blank',
      'by:sales\nto: x\n',
      '1:1  no blank stands behind the colon of "by:sales"; write "by: sales"',
    ],
    [
      'a key indented too far',
      'by: sales\n  to: x\n',
      '2:3  this line is indented further than the key above, which has a value already; start it where that key starts',
    ],
    ['a second colon', 'title: Leads: all\n', '1:8  a second ": " stands in this line; put the text in quotes'],
    [
      'a dash indented too far',
      'where:\n  - a is b\n   - c is d\n',
      '3:4  this "- " is indented further than the one above, and so a part of that line; start both at the same column',
    ],
    [
      'a dash indented too little',
      'x:\n  where:\n    - a is b\n   - c is d\n',
      '4:4  this "- " does not stand below the ones above; start the "- " of each line of a list at the same column',
    ],
    [
      'a quotation mark without its pair',
      'title: "Broken\nasks: What?\n',
      '1:8  this quotation mark is never closed; close it where the text ends',
    ],
    [
      'a bracket without its pair',
      'by: [sales, us\nto: x\n',
      '1:5  this bracket is never closed; close it where the list ends',
    ],
    [
      'a text that starts in quotes only',
      '- "its lead" is found\n',
      '1:14  a text goes on behind its closing quote or bracket; put the whole text in single quotes',
    ],
    [
      'a text that starts with a bracket',
      'says: {value} leads\n',
      '1:15  a text goes on behind its closing quote or bracket; put the whole text in single quotes',
    ],
    [
      'a sign that YAML keeps for itself',
      'target: >= 90%\n',
      '1:9  a text cannot start with this character; put the text in quotes',
    ],
    ['a tab', 'a: b\n\tc: d\n', '2:1  a tab stands at the start of a line; indent with blanks'],
    [
      'a number that a comma cuts in two',
      'bands: [below 1,000]\n',
      '1:17  the comma in "1,000" starts the next item of this list; write each item on a line of its own, or in quotes',
    ],
    [
      'a sign that nobody sees',
      'by: sa\u200Bles\n',
      '1:7  a sign without a width stands here; delete it, and type the word again',
    ],
    ['an anchor', 'by: &us sales\n', '1:9  anchors and aliases (& and *) are not known here; write it out'],
    [
      'a remark that may be text',
      'title: Health #1\n',
      '1:8  warning: "#1" is read as a remark; put the text in quotes, or write "# 1"',
    ],
  ])('%s', (_, text, said) => {
    expect(read(text).said).toEqual([said]);
  });
});

describe('what an editor or a phone makes of a text is understood', () => {
  const data = { 'promised by': 'sales', where: ['a is b'] };
  const text = 'promised by: sales\nwhere:\n  - a is b\n';
  test.each([
    ['as it should be', text],
    ['line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['line ends of an old Mac', text.replaceAll('\n', '\r')],
    ['a byte-order mark', `\uFEFF${text}`],
    ['blanks at the ends', text.replaceAll('\n', '  \n')],
    ['blanks that do not break', text.replaceAll(' ', '\u00A0')],
    ['a tab behind a dash', text.replace('- ', '-\t')],
    ['a list in brackets, with a comma in quotes', 'promised by: sales\nwhere: ["a is b"]\n'],
  ])('%s', (_, written) => {
    expect(read(written)).toEqual({ data, said: [] });
  });

  test('a blank in quotes stays as it is', () => {
    expect(read('- "a\u00A0b"').data).toEqual(['a\u00A0b']);
  });
});
