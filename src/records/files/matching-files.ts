/**
 * The files that a source reads: by the whole name within the exports, else by how it ends, so that `Lead.csv` is found in any folder and
 * ZIP; as it is written, else alike but for upper and lower case. `.gz` behind a name does not count.
 */
export function matchingFiles<T extends { readonly name: string }>(reads: string, files: readonly T[]): readonly T[] {
  const pieces = reads.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = pieces.join('[^/]*');
  const ways = [`^${pattern}$`, `^(?:.*/)?${pattern}(?:\\.[gG][zZ])?$`];
  for (const way of ways) {
    for (const flags of ['', 'i']) {
      const form = new RegExp(way, flags);
      const found = files.filter(({ name }) => form.test(name));
      if (found.length > 0) return found;
    }
  }
  return [];
}
