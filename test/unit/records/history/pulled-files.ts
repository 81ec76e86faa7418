/** A file as a pull leaves it. */
export interface PulledFile {
  /** The folder that it lies in: when the pull began, `2026-11-02T05-40-00Z`. */
  readonly pull: string;
  readonly name: string;
  readonly holds?: 'everything' | 'changes';
  readonly text: string;
}

/** The instant of a pull's folder. */
export const instantOf = (pull: string): string => pull.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');

/** The folder of exports that pulls leave: the files by their names, and the manifest that names them. */
export function pulled(...files: readonly PulledFile[]): Record<string, string> {
  const named = files.map(({ pull, name, holds = 'everything', text }) => {
    const rows = text.split('\n').length - 2;
    const asOf = instantOf(pull);
    return {
      file: `${pull}/${name}`,
      asOf,
      upTo: asOf,
      pull,
      holds,
      rows,
      bytes: Buffer.byteLength(text),
      from: 'crm',
    };
  });
  const texts = Object.fromEntries(files.map(({ pull, name, text }) => [`${pull}/${name}`, text]));
  return { ...texts, 'manifest.json': JSON.stringify({ files: named }) };
}
