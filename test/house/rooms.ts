import { importsOf, type Fault, type Source } from './source.ts';

/** The rooms of `src`, and which others each may know. All may know `values`, and themselves. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  values: [],
  agreement: [],
  calendar: [],
  charts: [],
  store: ['calendar'],
  records: ['store', 'calendar', 'agreement'],
  pull: ['records', 'agreement', 'calendar'],
  measure: ['agreement', 'calendar', 'store'],
  story: [],
  publish: ['agreement', 'calendar', 'charts', 'store', 'records', 'measure', 'story'],
  pages: ['story', 'charts', 'publish', 'agreement', 'layouts', 'components', 'styles'],
  layouts: ['story', 'charts', 'publish', 'agreement', 'components', 'styles'],
  components: ['story', 'charts', 'publish', 'agreement', 'styles'],
  styles: [],
  public: [],
};

/** `src/story/finding.ts` is in `story`; what is not in a folder of `src` is in none. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The plain reading of the numbers is a second way to them: it knows nothing of the first. */
const plainReading = /^test\/plain\/plain-/;
const firstWay: readonly string[] = ['calendar', 'measure', 'store'];

/** The reader of sentences knows English and plain rows, and nothing of what made a sentence. */
const plainReader = /^test\/plain\/says\/(?:about-|plain-|read-|pattern|raw)/;

/** Who imports whom against the table, a room that the table does not name, and whoever imports `scripts` or the tests. */
export function wrongImports(source: Source): Fault[] {
  const faults: Fault[] = [];
  const room = roomOf(source.path);
  const allowed = room === null ? null : rooms[room];
  const say = (line: number, says: string) => faults.push({ file: source.path, line, says });
  if (room !== null && !allowed) say(1, `is in "${room}", which is no room of src: ${Object.keys(rooms).join(', ')}`);
  for (const { target, line } of importsOf(source)) {
    if (target.startsWith('scripts/')) {
      if (!/^(scripts|test)\//.test(source.path)) say(line, `imports ${target}: nothing may know the commands`);
      continue;
    }
    if (target.startsWith('test/')) {
      if (!source.path.startsWith('test/')) say(line, `imports ${target}: nothing may know the tests`);
      continue;
    }
    const other = roomOf(target);
    if (plainReading.test(source.path) && other !== null && firstWay.includes(other)) {
      say(line, `imports ${target}: the plain reading shares nothing with the queries`);
    }
    if (plainReader.test(source.path) && other === 'story') {
      say(line, `imports ${target}: the reader of sentences knows nothing of what made them`);
    }
    if (!allowed || other === null || other === room || other === 'values') continue;
    if (!allowed.includes(other)) {
      say(line, `imports ${target}: "${room}" may know ${['values', ...allowed].join(', ')} and not "${other}"`);
    }
  }
  return faults;
}
