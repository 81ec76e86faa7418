import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, companyFile, companyWith, filesOf } from '../../unit/agreement/fixtures.ts';

const today = '2026-06-30';

function linesOf(name: string): string[] {
  const expected = readFileSync(fileURLToPath(new URL(`expected/${name}.txt`, import.meta.url)), 'utf8');
  return expected.trimEnd().split('\n');
}

describe('all faults of all files are told in one run, sorted by place, a line each', () => {
  test.each([
    ['files that are out of form', 'data', 'problems'],
    ['files that misuse the language', 'wider', 'wider'],
  ])('%s', (_, folder, expected) => {
    const { agreement, problems } = parseAgreement(filesOf(`test/cases/bad-agreement/${folder}`), catalogue, today);
    expect(agreement).toBeNull();
    expect(problems.map(sayProblem)).toEqual(linesOf(expected));
  });
});

describe('a long file is read in seconds, and what is wrong is told at its line', () => {
  const said = (path: string, more: string): string[] => {
    const text = companyFile(path);
    return parseAgreement(companyWith({ [path]: text + more }), catalogue)
      .problems.filter(({ level }) => level === 'fault')
      .map((problem) => sayProblem({ ...problem, line: problem.line - text.split('\n').length + 1 }));
  };

  test('100,000 lines of holidays', { timeout: 20_000 }, () => {
    const first = Date.UTC(2030, 0, 1) / 86_400_000;
    const holiday = (index: number) => new Date((first + index) * 86_400_000).toISOString().slice(0, 10);
    const list = Array.from({ length: 99_999 }, (_, index) => `    ${holiday(index)}: Nobody works\n`).join('');
    expect(said('calendars.yml', `${list}    1.1.2026: Nobody works\n`)).toEqual([
      'agreement/calendars.yml:100000:5  "1.1.2026" is not a day; write it like 2026-01-31',
    ]);
  });

  test('10,000 sentences', { timeout: 20_000 }, () => {
    const list = Array.from({ length: 9_996 }, (_, index) => `    - region is R${index}\n`).join('');
    const more = `anywhere:\n  is a: lead\n  except when:\n${list}    - score is atleast 60\n`;
    expect(said('vocabulary.yml', more)).toEqual([
      `agreement/vocabulary.yml:10000:13  "score is atleast 60": I don't know "is atleast"; did you mean "is at least"?`,
    ]);
  });
});
