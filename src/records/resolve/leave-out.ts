import type { FileSourceSpec } from '../schema/file-source.ts';
import type { LeaveOut } from '../source.ts';
import type { Resolving } from './resolving.ts';

/** Which rows are no records, and why: one test, or a list of tests that each say `because`. */
export function leaveOutOf(
  { yaml, fault, test }: Resolving,
  written: FileSourceSpec['leave out when'],
): readonly LeaveOut[] {
  if (written === undefined) return [];
  const isList = Array.isArray(written);
  return [written].flat().map(({ because, ...columns }, index) => {
    const path = isList ? ['leave out when', index] : ['leave out when'];
    if (because !== undefined ? typeof because !== 'string' || because === '' : isList)
      fault(yaml.placeOf(path), 'this does not say why', 'add it as in because: own domain');
    if (Object.keys(columns).length === 0)
      fault(yaml.placeOf(path), 'this would leave every row out', 'add a column and its value');
    return { test: test(columns, path), because: typeof because === 'string' ? because : null };
  });
}
