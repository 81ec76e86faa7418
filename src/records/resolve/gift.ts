import { closestWord } from '../../agreement/closest-word.ts';
import type { FieldSpec } from '../schema/field.ts';
import type { FileSourceSpec } from '../schema/file-source.ts';
import type { GiftSpec } from '../schema/gift.ts';
import type { Cell, Each, FieldMapping, Forms, Gift } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import { checkGift } from './check-gift.ts';
import { keyOf } from './check-rows.ts';
import { fieldMapping } from './field.ts';
import { idsOf } from './ids.ts';
import type { Resolving } from './resolving.ts';

interface OfFile {
  readonly spec: FileSourceSpec;
  readonly forms: Forms;
}

/** A record that a row gives, made exact. What it does not say, its file does. */
export function giftOf(resolving: Resolving, gift: GiftSpec, path: YamlPath, file: OfFile): Gift {
  const { yaml, test, yesOrNo } = resolving;
  const { record } = gift;
  const own = keyOf(gift.key) !== undefined;
  const { spec } = file;
  const each = eachOf(resolving, gift, path);
  const columns = columnsOf(resolving, gift, path, file);
  const made: Gift = {
    record,
    each,
    once: yesOrNo(gift.once, [...path, 'once']),
    onlyAdds: yesOrNo(gift['only adds'], [...path, 'only adds']),
    when: test(gift.when, [...path, 'when']),
    key: keyCell(resolving, gift, path, { spec, each }),
    ofRow: !own && !each && keyOf(spec.key) !== undefined,
    keyHidden: !own && yesOrNo(spec['key is hidden'], ['key is hidden']),
    link: own || each ? null : (spec.link ?? null),
    columns,
    at: yaml.placeOf([...path, 'record']),
  };
  checkGift(resolving, gift, made, path);
  return made;
}

function columnsOf(resolving: Resolving, gift: GiftSpec, path: YamlPath, { spec, forms }: OfFile): FieldMapping[] {
  const { yaml, kinds, fault } = resolving;
  const { record } = gift;
  const fields = kinds.get(record);
  if (!fields) {
    const closest = closestWord(record, kinds.keys());
    const fix = closest
      ? `did you mean "${closest}"?`
      : `it is one of ${[...kinds.keys()].join(', ')}, or "declares" one`;
    fault(yaml.placeOf([...path, 'record']), `I don't know the record "${record}"`, fix);
    return [];
  }
  return Object.entries(gift.columns).flatMap(([field, said]) => {
    const written: string | FieldSpec = Array.isArray(said) ? { from: said } : said;
    const of = { record, fields, field, written, path: [...path, 'columns'] };
    const mapping = fieldMapping(resolving, of, forms);
    return mapping ? [withIds(resolving, mapping, typeof written === 'string' ? {} : written, spec)] : [];
  });
}

/** Links by id are written as the ids of the file; those by name, and names that are hidden, are not. */
function withIds({ fault }: Resolving, mapping: FieldMapping, said: FieldSpec, spec: FileSourceSpec): FieldMapping {
  const isById = mapping.type.is === 'link' && mapping.by === null && !mapping.hidden;
  if (said['ids begin with'] !== undefined && !isById)
    fault(mapping.at, `"${mapping.field}" is no link by id, so "ids begin with" says nothing`, 'leave it out');
  const ids = isById ? idsOf(spec, said) : null;
  return ids ? { ...mapping, ids } : mapping;
}

function eachOf({ yaml, fault, cell }: Resolving, gift: GiftSpec, path: YamlPath): Each | null {
  const columns = gift['for each column'];
  const of = cell(gift['for each piece of'], [...path, 'for each piece of']);
  const splitAt = gift['split at'];
  const at = yaml.placeOf([...path, 'for each column']);
  if (splitAt !== undefined && !of)
    fault(yaml.placeOf([...path, 'split at']), '"split at" needs "for each piece of"', 'name the column that is split');
  if (columns !== undefined && of)
    fault(at, 'a record is given for each column or for each piece, not for both', 'write two records');
  if (columns !== undefined) {
    const like = [columns].flat();
    const odd = like.find((each) => each.split('*').length !== 2);
    if (odd !== undefined) fault(at, `"${odd}" needs one * where the columns differ`, 'write it like Date entered "*"');
    return { is: 'column', like, at };
  }
  if (!of) return null;
  if (splitAt === undefined)
    fault(of.at, '"for each piece of" does not say what stands between the pieces', 'add split at: ";"');
  return { is: 'piece', of, splitAt: splitAt ?? ';' };
}

/** Of what is given several times a row each is told by the row's key and its own piece or column. */
function keyCell(
  { cell }: Resolving,
  gift: GiftSpec,
  path: YamlPath,
  { spec, each }: { readonly spec: FileSourceSpec; readonly each: Each | null },
): Cell | null {
  const own = cell(keyOf(gift.key), [...path, 'key']);
  const ofRow = cell(keyOf(spec.key), ['key']);
  if (own || !ofRow || !each) return own ?? ofRow;
  const name = each.is === 'column' ? 'its name' : 'its value';
  const further = (key: Cell): Cell => {
    const between = key.between ?? ['', ''];
    const before = between.slice(0, -1);
    return { columns: [...key.columns, name], between: [...before, `${between.at(-1) ?? ''}-`, ''], at: key.at };
  };
  return { ...further(ofRow), or: ofRow.or?.map(further) };
}
