import type { RecordKind } from '../../values/catalogue.ts';
import { andThen, readWords, type Reader } from '../reading.ts';
import type { Speaking } from '../read-conditions.ts';
import { readWhole } from '../read-sentence.ts';
import { fault } from '../report.ts';
import { readRecordsName } from '../slots/records.ts';
import { value } from '../slots/values.ts';
import type { Path } from '../yaml-places.ts';

/** A value of records of a kind. */
interface ValueOf {
  readonly kind: string;
  readonly said: string;
  readonly isField: boolean;
}

/** How values begin that are no fields, for those that make no sense as well: the figure tells what is wrong with them. */
const beginning =
  /^(?:(?:(?:business |calendar )?(?:minutes|hours|days)|weeks|months) from .+ to |the (?:number|total|average|smallest|largest|year|quarter|month|weekday|hour|first|last) )/i;

/**
 * Whether what is written where a field must stand is another value, such as `the weekday of created`. Then that is told: it needs a name
 * first, as a figure.
 */
export function isUnnamedValue(speaking: Speaking, path: Path, written: string, kind: RecordKind): boolean {
  const isField = valueOf(speaking, written, kind)?.isField ?? !beginning.test(written);
  if (isField) return false;
  tellToName(speaking, path, written, kind.name, 'say its name here');
  return true;
}

/** The same where records are named with it, or forgotten: `opportunity's amount times probability`. */
export function isUnnamedSubject(speaking: Speaking, path: Path, written: string): boolean {
  const { kinds } = speaking.names.catalogue;
  const [first] = kinds;
  const named = first && read(speaking, written, first, ofRecords(written));
  if (named?.isField) return false;
  const others = named ? [named] : kinds.flatMap((kind) => valueOf(speaking, withoutKind(written, kind), kind) ?? []);
  const [found, another] = others.filter(({ isField }) => !isField);
  if (!found && !beginning.test(written)) return false;
  const kind = found && !another ? found.kind : 'RECORD';
  tellToName(speaking, path, found?.said ?? written, kind, `say "${kind}'s NAME" here`);
  return true;
}

/** `amount times probability of opportunities`, without the records. */
function withoutKind(written: string, { name, plural }: RecordKind): string {
  const ending = [` of ${name}`, ` of ${plural}`].find((end) => written.endsWith(end));
  return ending === undefined ? written : written.slice(0, -ending.length);
}

function tellToName(speaking: Speaking, path: Path, written: string, kind: string, then: string): void {
  const figure = `"NAME of ${kind}:" with "is the: ${written}"`;
  fault(speaking, path, `"${written}" is no field or figure`, `name it in vocabulary.yml, ${figure}, and ${then}`);
}

const valueOf = (speaking: Speaking, written: string, kind: RecordKind): ValueOf | null =>
  read(speaking, written, kind, (asking, from) =>
    value.read(asking, from).map((found) => ({
      ...found,
      value: { kind: kind.name, said: written, isField: found.value.value === 'field' },
    })),
  );

const ofRecords =
  (written: string): Reader<ValueOf> =>
  (asking, from) =>
    andThen(readRecordsName(asking, from), ({ kind, term }, next) => {
      const further = readWords(asking, next, ["'s"]);
      if (further === null) return [];
      const said = written.slice(asking.tokens[further]?.start ?? written.length);
      return value.read({ ...asking, kind, before: new Map() }, further).map((found) => ({
        ...found,
        value: { kind: term ?? kind.name, said, isField: found.value.value === 'field' },
      }));
    });

function read(speaking: Speaking, text: string, of: RecordKind, reader: Reader<ValueOf>): ValueOf | null {
  const { names, yaml } = speaking;
  return readWhole({ text, of, names, at: yaml.place([]) }, reader).value;
}
