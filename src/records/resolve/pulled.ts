import type { FileSourceSpec } from '../schema/file-source.ts';
import type { Pulled } from '../source.ts';
import type { Resolving } from './resolving.ts';

/** Where a file is pulled from; null where nothing says that it is. */
export function pulledOf({ yaml, fault }: Resolving, spec: FileSourceSpec): Pulled | null {
  const { 'pulled from': from, object, 'history of': historyOf } = spec;
  if (from === undefined) {
    for (const key of ['object', 'history of'] as const) {
      if (spec[key] !== undefined)
        fault(
          yaml.placeOfKey([], key),
          `"${key}" says what is pulled, and nothing says from where`,
          'add "pulled from"',
        );
    }
    return null;
  }
  const at = yaml.placeOf(['pulled from']);
  if (object === undefined) {
    fault(at, 'a file that is pulled needs "object"', "name the CRM's object that it holds: object: Lead");
    return null;
  }
  if (!/^[^*/\\]+\.csv$/i.test(spec.reads))
    fault(yaml.placeOf(['reads']), `"${spec.reads}" can't be pulled into`, 'name one CSV file: Lead.csv');
  return { from, object, historyOf: historyOf ?? null, at };
}
