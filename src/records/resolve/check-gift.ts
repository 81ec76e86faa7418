import type { Gift } from '../source.ts';
import type { GiftSpec } from '../schema/gift.ts';
import type { YamlPath } from '../yaml-file.ts';
import type { Resolving } from './resolving.ts';

/** What is said of a record must fit together. */
export function checkGift({ yaml, fault }: Resolving, spec: GiftSpec, gift: Gift, path: YamlPath): void {
  const at = (key: string) => yaml.placeOf([...path, key]);
  const isOf = (name: string): boolean =>
    [gift.key, ...gift.columns.map(({ from }) => from)].some((cell) => cell?.columns.includes(name) ?? false);
  if (gift.each === null && (isOf('its value') || isOf('its name')))
    fault(
      gift.at,
      '"its value" and "its name" are of what a record is given for',
      'add "for each column" or "for each piece of"',
    );
  if (gift.each?.is === 'piece' && isOf('its name'))
    fault(gift.at, 'a piece has no name', 'read "its value", or give a record "for each column"');
  if (gift.once && gift.onlyAdds)
    fault(at('once'), 'what only adds is no record that could be given once', 'leave one of the two out');
  if (gift.once && gift.key === null)
    fault(at('once'), '"once" needs a "key": without one each row is a record of its own', 'add the "key"');
  if (gift.onlyAdds) checkAdding(fault, gift, at('only adds'), spec.key === undefined && gift.each !== null);
}

function checkAdding(fault: Resolving['fault'], gift: Gift, at: Gift['at'], isMadeKey: boolean): void {
  if (gift.key === null || isMadeKey)
    fault(at, '"only adds" needs a "key": that of the record that it adds to', 'add the "key"');
  for (const { field, by, aheadIsEmpty, at: place } of gift.columns) {
    if (by !== null)
      fault(
        place,
        `"${field}" is a link by name, which can't be added`,
        'link by id, or in the file that gives the record',
      );
    if (aheadIsEmpty)
      fault(
        place,
        `"ahead is" can't be said of "${field}", which is added`,
        'map it in the file that gives the record',
      );
  }
}
