import type { Agreement, Figure } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import type { FieldPath } from '../../values/tree.ts';
import { closestWord } from '../closest-word.ts';
import { comparisonsIn } from '../compared-texts.ts';

/** A fault for each text that a figure is compared with and that is none of the names it sorts records under: it would never hold. */
export function unknownCases(agreement: Agreement, catalogue: Catalogue): Problem[] {
  const { terms, figures, metrics, funnel } = agreement;
  return comparisonsIn([terms, figures, metrics, funnel]).flatMap(({ path, text, at }): Problem[] => {
    const figure = figureAt(path, figures, catalogue);
    if (figure?.is.value !== 'sorted') return [];
    const { cases, others } = figure.is;
    const names = [...cases.map(({ name }) => name), ...(others === null ? [] : [others])];
    if (names.includes(text)) return [];
    const meant = closestWord(text, names);
    const fix = meant === null ? `there are ${names.join(', ')}` : `did you mean "${meant}"?`;
    return [{ ...at, level: 'fault', says: `"${figure.name}" has no case "${text}"`, fix }];
  });
}

function figureAt(path: FieldPath, figures: readonly Figure[], { kinds }: Catalogue): Figure | undefined {
  if (!path.figure) return undefined;
  const end = path.links.reduce((of, link) => {
    const type = kinds.find(({ name }) => name === of)?.fields.find(({ name }) => name === link)?.type;
    return type?.is === 'link' ? type.to : of;
  }, path.from);
  return figures.find(({ kind, name }) => kind === end && name === path.field);
}
