import type { FieldSpec } from '../schema/field.ts';
import type { Told } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import type { Resolving } from './resolving.ts';

/** What other records tell of a field, or null where its row does. */
export function toldOf({ yaml, fault, kinds }: Resolving, said: FieldSpec, path: YamlPath): Told | null {
  const which = said.first === undefined ? 'last' : 'first';
  const written = said[which];
  if (written === undefined) return null;
  const at = yaml.placeOf([...path, which]);
  if (typeof written === 'string') {
    const [, kind = '', field = ''] = /^(.+?)'s (.+)$/.exec(written) ?? [];
    if (kinds.has(kind)) return { is: 'related', which, kind, field };
    const says = kind === '' ? `"${written}" is no field of a record` : `I don't know the record "${kind}"`;
    fault(at, says, `write it like session's at, or like { status: [MQL] }`);
    return null;
  }
  const [first, ...others] = Object.entries(written);
  if (!first || others.length > 0) {
    fault(
      at,
      `expected one field with its values, got ${others.length + (first ? 1 : 0)}`,
      'write it like { status: [MQL] }',
    );
    return null;
  }
  return { is: 'history', which, field: first[0], values: [first[1]].flat() };
}
