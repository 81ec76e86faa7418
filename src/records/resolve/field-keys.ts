import type { FieldType } from '../../values/catalogue.ts';
import type { Place } from '../../values/problem.ts';
import { durationForms, isDurationForm, isDurationUnit } from '../forms/duration.ts';
import type { FieldSpec } from '../schema/field.ts';
import type { FieldMapping } from '../source.ts';
import type { Resolving } from './resolving.ts';

/** What is said of a field must fit its type. */
export function checkSaid({ fault }: Resolving, field: string, said: FieldSpec, type: FieldType, at: Place): void {
  const sources = (['from', 'always', 'first', 'last'] as const).filter((key) => said[key] !== undefined);
  if (sources.length !== 1) {
    fault(at, `"${field}" needs one of "from" (a column), "always" (a value), "first" and "last" (what others tell)`);
  }
  if (said['or else'] !== undefined && said.from === undefined)
    fault(at, '"or else" needs "from", the column that is asked first');
  if ((said.by !== undefined || said.hidden !== undefined) && type.is !== 'link' && type.is !== 'text') {
    fault(at, `"${field}" is no link or text, so it can't be "by" or "hidden"`);
  }
  if (said['a day is'] !== undefined && !(type.is === 'moment' && type.precision === 'instant')) {
    fault(at, `"${field}" is no instant, so "a day is" says nothing`);
  }
  if (said['ahead is'] !== undefined && type.is !== 'moment') {
    fault(at, `"${field}" is no moment, so "ahead is" says nothing`);
  }
  if (said.takes !== undefined && type.is !== 'text') fault(at, `"${field}" is no text, so "takes" says nothing`);
  if (said.otherwise !== undefined && !said.reads) fault(at, '"otherwise" needs "reads"');
  if (said.otherwise !== undefined && said.reads?.['*'] !== undefined) {
    fault(at, '"otherwise" is never reached, as "*" reads every other value', 'leave out one of them');
  }
  checkLasts(fault, field, said, type, at);
}

function checkLasts(fault: Resolving['fault'], field: string, said: FieldSpec, type: FieldType, at: Place): void {
  if (said['lasts in'] !== undefined && type.is !== 'number') {
    fault(at, `"${field}" is no number, so it can't be a length of time`);
  }
  if (said['lasts in'] !== undefined && said['divided by'] !== undefined) {
    fault(at, '"lasts in" says the unit already', 'leave out "divided by"');
  }
  if (said.durations !== undefined && said['lasts in'] === undefined) {
    fault(at, '"durations" needs the unit that the field is kept in', 'say it, as in: lasts in: minutes');
  }
}

/** A length of time by what is said of it, or null. */
export function lastsOf({ fault }: Resolving, said: FieldSpec, at: Place): FieldMapping['lasts'] {
  const unit = said['lasts in'];
  if (unit === undefined) return null;
  const written = [said.durations ?? []].flat();
  for (const form of written) {
    if (!isDurationForm(form))
      fault(at, `"${form}" is no form of durations`, `it is one of ${durationForms.join(', ')}`);
  }
  const known = written.filter(isDurationForm);
  const clocks = known.filter((form) => !isDurationUnit(form));
  if (clocks.length > 1 || known.length - clocks.length > 1) {
    fault(at, `"durations" says two things of one text: ${written.join(', ')}`, 'keep one clock and one unit');
  }
  return { in: unit, written: known };
}
