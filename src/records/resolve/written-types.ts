import type { FieldType } from '../../values/catalogue.ts';

/** The types that a field of a company's own may have, as they are written. */
export const writtenTypes = [
  'text',
  'number',
  'money',
  'yes-no',
  'day',
  'instant',
  'planned day',
  'planned instant',
  'link to KIND',
];

/** The type of that name, or null where there is none. */
export function typeNamed(name: string): FieldType | null {
  const link = /^link to (.+)$/.exec(name)?.[1];
  if (link) return { is: 'link', to: link };
  const moment = /^(planned )?(day|instant)$/.exec(name);
  if (moment) {
    return {
      is: 'moment',
      precision: moment[2] === 'day' ? 'day' : 'instant',
      may: moment[1] ? 'be a plan' : 'be a fact',
    };
  }
  return name === 'text' || name === 'number' || name === 'money' || name === 'yes-no' ? { is: name } : null;
}
