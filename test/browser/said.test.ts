import { parseHTML } from 'linkedom';
import { beforeAll, expect, inject, test } from 'vitest';
import { highestGrade, readingGrade } from '../../src/story/check/reading-grade.ts';
import { meetingKinds } from '../../src/story/check/check-meeting.ts';
import { listKinds } from '../../src/story/lists/list-says.ts';
import { kinds } from '../../src/story/statements/kinds.ts';
import type { Statement } from '../../src/values/statement.ts';
import { everyPage } from './every-page.ts';

const site = inject('site');

interface Said {
  readonly kind: string;
  readonly subject: string;
  readonly page: string;
  readonly words: string;
}

/** Blanks as they are typed, and no more than one. */
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

let said: Said[];
beforeAll(async () => {
  const pages = await everyPage(site);
  said = pages.flatMap(({ address, html }) => {
    const sentences = parseHTML(html).document.querySelectorAll('[data-says]');
    return [...sentences].map((element) => ({
      kind: element.getAttribute('data-says') ?? '',
      subject: element.getAttribute('data-about') ?? '',
      page: `/${address.slice(site.length)}`,
      words: plain(element.textContent ?? ''),
    }));
  });
});

const every = [...new Set(['verdict', ...[...kinds, ...listKinds, ...meetingKinds].map(({ kind }) => kind)])];

/** What did not happen at the sample company in the week before; random companies have them (`test/plain/says`). */
const notThisWeek = ['since defined', 'since agreed', 'kept again'];

test('every kind of statement is somewhere on the site: where first, and in which words', async () => {
  const told = every.map((kind) => {
    const [first] = said.filter((one) => one.kind === kind);
    return first ? `${kind}\n  ${first.page}\n  ${first.words}` : `${kind}\n  nowhere`;
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('./said.txt');
  const nowhere = told.filter((one) => one.endsWith('nowhere')).map((one) => one.replace(/\n.*/, ''));
  expect(nowhere.toSorted()).toEqual(notThisWeek.toSorted());
});

test('no page of sentences asks for more than the eighth grade, names and all', () => {
  // What stands in a page of another site is said on the number's own page, and graded there with all else.
  const pages = Map.groupBy(
    said.filter(({ page }) => !page.startsWith('/embed/')),
    ({ page }) => page,
  );
  const hard = [...pages].filter(([, ofPage]) => readingGrade(ofPage.map(({ words }) => words)) > highestGrade);
  expect(hard.map(([page]) => page)).toEqual([]);
});

test('no page says what no kind of statement is known for', () => {
  expect([...new Set(said.map(({ kind }) => kind))].filter((kind) => !every.includes(kind))).toEqual([]);
});

test('every statement that programs read stands on the page that it names, and every one on a page is read by programs', async () => {
  const file = (await (await fetch(`${site}api/statements.json`)).json()) as {
    statements: (Statement & { page: string })[];
  };
  const key = ({ kind, subject, words }: Pick<Said, 'kind' | 'subject' | 'words'>) =>
    JSON.stringify([kind, subject, plain(words)]);
  const onPages = new Set(said.map((one) => `${one.page} ${key(one)}`));
  const isSaid = (one: Statement & { page: string }) =>
    [one.words, one.brief].some((words) => onPages.has(`${one.page} ${key({ ...one, words })}`));
  const missing = file.statements.filter((one) => !isSaid(one));
  expect(missing.map(({ page, kind, words }) => `${page} ${kind}: ${words}`)).toEqual([]);
  const inFile = new Set(file.statements.flatMap((one) => [key(one), key({ ...one, words: one.brief })]));
  expect(
    said.filter((one) => !inFile.has(key(one))).map(({ page, kind, words }) => `${page} ${kind}: ${words}`),
  ).toEqual([]);
});
