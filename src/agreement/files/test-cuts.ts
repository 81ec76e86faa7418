import type { Cut } from '../../values/breakdown.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { Test } from '../../values/tree.ts';
import { termNames } from '../names.ts';
import { phrases } from '../phrases.ts';
import { withArticle } from '../plural.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { readWhole, testReader } from '../read-sentence.ts';
import { readPath } from '../slots/paths.ts';
import type { Path } from '../yaml-places.ts';

/** A cut by one sentence. */
type TestCut = Extract<Cut, { cut: 'test' }>;

/** Words that a name of a field has not: who wrote one of them meant a sentence. */
const ofSentences = /\b(?:is|has|comes|contains|starts|differs|within|before|after)\b/i;

/** Whether what is written is a sentence, or a term's name, and not a field that has values of its own. */
export function saysATest(speaking: Speaking, written: string, kind: RecordKind): boolean {
  const { names, yaml } = speaking;
  if (readWhole({ text: written, of: kind, names, at: yaml.place([]) }, readPath).value) return false;
  return ofSentences.test(written) || termOf(speaking, written) !== undefined;
}

/** Reads a sentence, or the name of a term, that parts the records into those of which it holds and the others. */
export function readTestCut(speaking: Speaking, written: string, path: Path, kind: RecordKind): TestCut | null {
  const term = termOf(speaking, written);
  const sentence = term === undefined ? written : `is ${withArticle(term)}`;
  const test = readAt(speaking, path, sentence, kind, testReader(phrases));
  return test && { cut: 'test', test, ...membersOf(test) };
}

/** What the two groups are called: after the term that the sentence names, else as the sentence says. */
function membersOf(test: Test): { holds: string; others: string } {
  const { term, links } = test.slots;
  if (typeof term !== 'string' || links === undefined) return { holds: test.said, others: 'otherwise' };
  const [is, isNot] = [term, `not ${withArticle(term)}`];
  return test.phrase === 'is not a' ? { holds: isNot, others: is } : { holds: is, others: isNot };
}

function termOf({ names }: Speaking, written: string): string | undefined {
  const form = written.toLowerCase();
  return termNames(names).find(({ forms }) => forms.some((one) => one.toLowerCase() === form))?.is.name;
}
