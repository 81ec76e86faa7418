import ts from 'typescript';
import { roomOf } from './rooms.ts';
import { importsOf, lineOf, nodesOf, type Fault, type Source } from './source.ts';

/** Rooms that touch nothing of the world: the same arguments give the same answer. */
const pure = ['values', 'agreement', 'calendar', 'charts', 'measure', 'story'];

/** Modules that touch the world, and the rooms of `src` that may import them. */
const modules: readonly { readonly named: RegExp; readonly may: readonly string[] }[] = [
  { named: /^(node:)?fs(\/promises)?$/, may: ['records', 'store', 'publish', 'pull'] },
  // The ingest hands the database's own fast path on.
  { named: /^better-sqlite3$/, may: ['records', 'store'] },
  // The network: a pull goes where the sources say, and nothing else goes anywhere.
  { named: /^(jsforce|@hubspot\/api-client|ssh2|aws4fetch|(node:)?https?)(\/|$)/, may: ['pull'] },
  // Large exports are read on every core.
  { named: /^(node:)?worker_threads$/, may: ['records'] },
  { named: /^(node:)?(child_process|http2|net|dgram|dns|cluster)(\/|$)/, may: [] },
];

/** Time, chance and the console come in as arguments, or are known to the commands only. */
const globals: readonly { readonly named: RegExp; readonly instead: string }[] = [
  { named: /^console\./, instead: 'words are printed by the commands' },
  { named: /^Date\.now$|^performance\.now$|^Temporal\.Now\./, instead: 'the time comes in as an argument' },
  { named: /^Math\.random$|^crypto\.random/, instead: 'chance comes in as an argument' },
];

/** Where a file of `src` touches disk, database, network, clock, chance or console though its room may not. */
export function worldTouched(source: Source): Fault[] {
  const room = roomOf(source.path);
  if (room === null) return [];
  return [...modulesTouched(source, room), ...globalsTouched(source, room)];
}

function modulesTouched(source: Source, room: string): Fault[] {
  return importsOf(source).flatMap(({ from, line }) => {
    const rule = modules.find(({ named }) => named.test(from));
    if (!rule || rule.may.includes(room)) return [];
    const may = rule.may.length > 0 ? `${rule.may.join(', ')} and the commands` : 'the commands';
    return [{ file: source.path, line, says: `imports ${from}: only ${may} may` }];
  });
}

function globalsTouched(source: Source, room: string): Fault[] {
  const faults: Fault[] = [];
  for (const node of nodesOf(source)) {
    const says = globalTouched(node, room);
    if (says) faults.push({ file: source.path, line: lineOf(node), says });
  }
  return faults;
}

function globalTouched(node: ts.Node, room: string): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) {
    return 'asks the clock by new Date(): the time comes in as an argument';
  }
  if (!ts.isPropertyAccessExpression(node)) return null;
  const said = node.getText().replace(/\s+/g, '');
  const rule = globals.find(({ named }) => named.test(said));
  if (rule) return `uses ${said}: ${rule.instead}`;
  if (said.startsWith('process.') && pure.includes(room))
    return `uses ${said}: "${room}" is pure, so it comes in as an argument`;
  return null;
}
