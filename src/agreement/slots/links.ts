import { termNames } from '../names.ts';
import { readName, reading } from '../reading.ts';
import { readLinks } from './paths.ts';
import type { Slot } from './slot.ts';
import { sayName } from './written-names.ts';

/** `its lead`, `its lead's owner`; nothing at all for the record itself. */
export const links: Slot<readonly string[]> = {
  means: "a linked record (`its lead`, `its lead's owner`), or nothing for the record itself",
  read: (asking, from) => [
    reading<readonly string[]>([], from),
    ...readLinks(asking, from).map((found) => ({ ...found, value: found.value.links })),
  ],
  say: (filled) => (filled.length === 0 ? '' : `its ${filled.map(sayName).join("'s ")}`),
};

export const term: Slot<string> = {
  means: 'a term of the vocabulary',
  read: (asking, from) =>
    readName(asking, from, termNames(asking.names), 'a term').map((found) => ({ ...found, value: found.value.name })),
  say: sayName,
};
