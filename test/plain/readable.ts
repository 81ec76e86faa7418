/** What the generators write, read by the parser of the agreement. */
import { parseAgreement } from '../../src/agreement/parse-agreement.ts';
import { catalogueOf } from '../../src/records/catalogue.ts';
import { canonicalKinds } from '../../src/records/kinds.ts';
import type { Agreement } from '../../src/values/agreement.ts';
import type { Catalogue, RecordKind } from '../../src/values/catalogue.ts';
import type { Problem } from '../../src/values/problem.ts';
import type { TextFile } from '../../src/values/text-file.ts';

/** The canonical records, every field filled by some source, and so what orders them and what their history holds. */
export const catalogue: Catalogue = { kinds: catalogueOf([]).kinds.map(whole) };

function whole(kind: RecordKind): RecordKind {
  const canonical = canonicalKinds.find(({ name }) => name === kind.name);
  return {
    ...kind,
    fields: kind.fields.map((field) => ({ ...field, mapped: true })),
    sequence: canonical?.sequence ?? null,
    history: canonical?.history ?? null,
  };
}

/** What is left of an agreement when each line that is at fault is taken away; with the faults that were found. */
export function readable(files: readonly TextFile[]): {
  agreement: Agreement | null;
  files: readonly TextFile[];
  faults: Problem[];
} {
  let left = files;
  const faults: Problem[] = [];
  for (let round = 0; round < 12; round += 1) {
    const { agreement, problems } = parseAgreement(left, catalogue);
    if (agreement) return { agreement, files: left, faults };
    const wrong = problems.filter(({ level }) => level === 'fault');
    faults.push(...wrong);
    left = left.flatMap((file) =>
      without(
        file,
        wrong.filter((one) => one.file === file.path),
      ),
    );
  }
  return { agreement: null, files: left, faults };
}

function without(file: TextFile, wrong: readonly Problem[]): TextFile[] {
  if (wrong.length === 0) return [file];
  // A fault of the whole file is told at its start.
  if (file.path.includes('metrics/') && wrong.some(({ line }) => line === 1)) return [];
  const lines = file.text.split('\n');
  const gone = new Set(wrong.flatMap(({ line }) => block(lines, line - 1, file.path.endsWith('vocabulary.yml'))));
  return [{ ...file, text: lines.filter((_, index) => !gone.has(index)).join('\n') }];
}

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** A line with all that stands under it. Of the vocabulary a condition goes alone, and anything else with its whole entry. */
function block(lines: readonly string[], index: number, isVocabulary: boolean): number[] {
  const isEntry = isVocabulary && !/^ +(- |where|except)/.test(lines[index] ?? '');
  const first = isEntry ? lines.findLastIndex((line, at) => at <= index && depthOf(line) === 0) : index;
  const depth = depthOf(lines[first] ?? '');
  const after = lines.findIndex((line, at) => at > first && depthOf(line) <= depth);
  return Array.from({ length: (after < 0 ? lines.length : after) - first }, (_, offset) => first + offset);
}
