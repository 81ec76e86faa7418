import type { Scale } from '../../values/figure.ts';

/** Where a figure's scale begins, if not at zero, which the words below its title must say; else ''. */
export function scaleStart({ scale }: { readonly scale: Scale }): string {
  const [first] = scale.ticks;
  return scale.from > 0 && first ? first.label : '';
}
