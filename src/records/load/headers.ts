/** The name as it is compared: quotes straight, no-break spaces and doubled blanks one blank, none around. Case counts. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\s\u00A0\u200B\u202F\uFEFF]+/g, ' ')
    .trim();
}

/** The names of a file's columns, found as they are written or nearly so. */
export interface HeaderNames {
  readonly header: readonly string[];
  /** The columns that a name means: those called just so, else those that differ by quotes or blanks only. */
  named(name: string): readonly string[];
  /** The columns like a pattern with one `*`, each with what stands for it. */
  like(pattern: string): readonly { readonly column: string; readonly name: string }[];
}

export function headerNames(header: readonly string[]): HeaderNames {
  const exact = new Set(header);
  const plain = new Map<string, string[]>();
  for (const name of exact) {
    const same = plain.get(plainName(name));
    if (same) same.push(name);
    else plain.set(plainName(name), [name]);
  }
  return {
    header,
    named: (name) => (exact.has(name) ? [name] : (plain.get(plainName(name)) ?? [])),
    like(pattern) {
      const [before = '', after = ''] = pattern.split('*');
      // The blanks beside the * are part of the pattern, those around it are not.
      const start = plainName(`${before}*`).slice(0, -1);
      const end = plainName(`*${after}`).slice(1);
      return [...plain].flatMap(([name, columns]) =>
        name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end)
          ? columns.map((column) => ({ column, name: name.slice(start.length, name.length - end.length).trim() }))
          : [],
      );
    },
  };
}
