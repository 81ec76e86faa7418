import { closestWord } from '../../agreement/closest-word.ts';
import type { FileSourceSpec } from '../schema/file-source.ts';
import type { GiftSpec } from '../schema/gift.ts';
import type { Forms, Gift } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import { fieldMapping } from './field.ts';
import type { Resolving } from './resolving.ts';

/** A record that a row gives, made exact. What it does not say, its file does. */
export function giftOf(
  resolving: Resolving,
  gift: GiftSpec,
  path: YamlPath,
  file: { readonly spec: FileSourceSpec; readonly forms: Forms },
): Gift {
  const { yaml, kinds, fault, cell, test, yesOrNo } = resolving;
  const { record } = gift;
  const fields = kinds.get(record);
  if (!fields) {
    const closest = closestWord(record, kinds.keys());
    const fix = closest
      ? `did you mean "${closest}"?`
      : `it is one of ${[...kinds.keys()].join(', ')}, or "declares" one`;
    fault(yaml.placeOf([...path, 'record']), `I don't know the record "${record}"`, fix);
  }
  const columns = Object.entries(fields ? gift.columns : {}).flatMap(([field, written]) => {
    const of = { record, fields: fields ?? [], field, written, path: [...path, 'columns'] };
    return fieldMapping(resolving, of, file.forms) ?? [];
  });
  const own = gift.key !== undefined;
  const { spec } = file;
  return {
    record,
    when: test(gift.when, [...path, 'when']),
    key: own ? cell(gift.key, [...path, 'key']) : cell(spec.key, ['key']),
    keyHidden: !own && yesOrNo(spec['key is hidden'], ['key is hidden']),
    link: own ? null : (spec.link ?? null),
    columns,
    at: yaml.placeOf([...path, 'record']),
  };
}
