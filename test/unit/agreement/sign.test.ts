import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { signed, type SaidSignature } from '../../../src/agreement/sign.ts';

const yes: SaidSignature = {
  team: 'sales',
  by: 'VP Sales',
  on: '2026-11-22',
  how: 'minutes: of the "revenue" meeting',
  'recorded by': 'RevOps',
  seal: '3f9c21aa',
};

test('the first yes comes at the end of the file', () => {
  const text = 'title: Leads accepted\ntarget: at least 90% # both\n';
  const after = signed(text, yes);
  expect(after.startsWith(text)).toBe(true);
  expect(parse(after)).toEqual({ title: 'Leads accepted', target: 'at least 90%', agreed: [yes] });
});

test("a team's new yes takes the place of its old one; all else stays to the byte", () => {
  const before = 'title:   Leads accepted   # odd blanks stay\nagreed:\n';
  const marketing =
    '  # in person\n  - { team: marketing, by: VP Marketing, on: 2025-12-15, how: a letter, recorded by: RevOps, seal: aa }\n';
  const old =
    '  - team: sales\n    by: VP Sales\n    on: 2025-12-15\n    how: a call\n    recorded by: RevOps\n    seal: bb\n';
  const after = '\nhistory: # below\n  - until: 2025-12-31\n';
  const text = signed(before + marketing + old + after, yes);
  expect(text.startsWith('title:   Leads accepted   # odd blanks stay\nagreed:\n')).toBe(true);
  expect(text.endsWith('\n\nhistory: # below\n  - until: 2025-12-31\n')).toBe(true);
  expect(text).toContain('# in person');
  expect(parse(text).agreed).toEqual([
    { team: 'marketing', by: 'VP Marketing', on: '2025-12-15', how: 'a letter', 'recorded by': 'RevOps', seal: 'aa' },
    yes,
  ]);
});

test('an empty list is filled', () => {
  expect(parse(signed('agreed: []\ntitle: Leads accepted\n', yes))).toEqual({ title: 'Leads accepted', agreed: [yes] });
  expect(parse(signed('agreed:\ntitle: Leads accepted\n', yes))).toEqual({ title: 'Leads accepted', agreed: [yes] });
});
