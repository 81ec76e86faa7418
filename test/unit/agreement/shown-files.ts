import type { TextFile } from '../../../src/values/text-file.ts';

/** The YAML that a guide shows, each piece under the file that it belongs into, as in "```yaml vocabulary.yml". */
export function shownIn(guide: string): TextFile[] {
  return [...guide.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)].map(([, path = '', text = '']) => ({
    path: `agreement/${path}`,
    text,
  }));
}

/** Files with what a guide shows: at the end of the vocabulary, and in place of any other file of that name. */
export function withShown(files: readonly TextFile[], shown: readonly TextFile[]): TextFile[] {
  const texts = new Map(
    files.filter(({ path }) => path.endsWith('vocabulary.yml')).map(({ path, text }) => [path, text]),
  );
  for (const { path, text } of shown) texts.set(path, `${texts.get(path) ?? ''}\n${text}`);
  const others = files.filter(({ path }) => !texts.has(path));
  return [...others, ...[...texts].map(([path, text]) => ({ path, text }))];
}
