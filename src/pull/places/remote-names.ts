import type { RemoteFile } from '../connector.ts';
import { PullFault } from '../pull-fault.ts';
import type { Place } from '../../values/problem.ts';

/** Longer parts of a name find no room on every disk. */
const longestPart = 200;

/** Whether one of `fetches` stands for several files. */
export function isPattern(name: string): boolean {
  return name.includes('*');
}

/** Whether a name is one that a pattern means: `*` stands for anything within a part of it, and for no slash. */
export function isMeant(pattern: string, name: string): boolean {
  return asExpression(pattern, '[^/]*').test(name);
}

/** As `isMeant`, but `*` stands for slashes too: what a name that climbs out of its folder would be taken for. */
function isNearlyMeant(pattern: string, name: string): boolean {
  return asExpression(pattern, '.*').test(name);
}

function asExpression(pattern: string, star: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join(star)}$`, 'su');
}

/**
 * What keeps a name that a place tells from being written to the disk, in words; null where nothing does. A file is only ever written beneath its
 * connection's folder, whatever a server calls it.
 */
export function whyUnsafe(name: string): string | null {
  if (name === '') return 'it is empty';
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/.test(name)) return 'it holds control characters';
  if (/^[/\\]|^[a-z]:/i.test(name)) return 'it is a path of its own';
  if (/[\\:]/.test(name)) return 'it holds a character that not every disk takes';
  const parts = name.split('/');
  if (parts.includes('..')) return 'it leads out of the folder';
  if (parts.some((part) => part === '' || part === '.')) return 'a part of it is empty';
  if (parts.some((part) => part.startsWith('.'))) return 'it begins with a dot, and hidden files are no exports';
  if (parts.some((part) => Buffer.byteLength(part) > longestPart)) return 'it is too long';
  return null;
}

/** A name as a problem may show it. */
export function shown(name: string): string {
  // oxlint-disable-next-line no-control-regex
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
  return `"${clean.length > 120 ? `${clean.slice(0, 120)}…` : clean}"`;
}

/** That a name which was found may be fetched. Throws a `PullFault` where a pattern means one that may not. */
export function checkFound(pattern: string, name: string, at: Place): void {
  const why = isNearlyMeant(pattern, name) ? whyUnsafe(name) : null;
  // A shell's `*` does not mean hidden files either.
  if (why === null || (why.includes('hidden') && !pattern.split('/').some((part) => part.startsWith('.')))) return;
  const says = `${shown(name)} lies there, and is not fetched: ${why}`;
  throw new PullFault('input', says, 'rename it there, or name the other files one by one under "fetches"', at);
}

/** That each of `fetches` may be asked for at all. */
export function checkAsked(fetches: readonly string[], at: Place): void {
  for (const name of fetches) {
    const why = whyUnsafe(name);
    if (why !== null) throw new PullFault('input', `${shown(name)} can't be fetched: ${why}`, '', at);
  }
}

/** The files that were found for each of `fetches`, each once, by name. Throws a `PullFault` where there are none for one, or two can't lie beside each other. */
export function allFound(found: ReadonlyMap<string, readonly RemoteFile[]>, where: string, at: Place): RemoteFile[] {
  const missing = [...found].filter(([, files]) => files.length === 0).map(([name]) => name);
  if (missing.length > 0) {
    const names = missing.slice(0, 5).map(shown).join(', ');
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
    const verb = missing.length === 1 ? 'is' : 'are';
    const says = missing.every(isPattern)
      ? `nothing is called ${names}${more} at ${where}`
      : `${names}${more} ${verb} not there, at ${where}`;
    throw new PullFault('input', says, 'look what the files are called there: capitals count', at);
  }
  const byName = new Map([...found.values()].flat().map((file) => [file.name, file]));
  checkNoFolder([...byName.keys()], at);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A bucket may hold `costs` and `costs/2026.csv`; a disk can't. */
function checkNoFolder(names: readonly string[], at: Place): void {
  const known = new Set(names);
  for (const name of names) {
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      const folder = name.slice(0, slash);
      if (known.has(folder)) {
        const says = `${shown(folder)} is a file there, and ${shown(name)} lies in a folder of that name: a disk can't hold both`;
        throw new PullFault('input', says, 'name one of them under "fetches"', at);
      }
    }
  }
}
