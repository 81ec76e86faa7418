import { compileDateForm } from '../forms/date-form.ts';
import { compileNumberForm } from '../forms/number-form.ts';
import type { FormsSpec } from '../schema/forms.ts';
import type { Forms } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import type { Resolving } from './resolving.ts';

export const noForms: Forms = { dates: [], instants: [], numbers: null, timeZone: null };

/** How values are written by what is said here; `outer` holds where nothing is. */
export function formsOf({ yaml, fault }: Resolving, said: FormsSpec, path: YamlPath, outer: Forms): Forms {
  const bad = (key: string, form: string, fix: string): void =>
    fault(yaml.placeOf([...path, key]), `"${form}" is no form of ${key}`, fix);
  const dateForms = (key: 'dates' | 'instants'): readonly string[] => {
    if (said[key] === undefined) return outer[key];
    const forms = [said[key]].flat();
    for (const form of forms) {
      if (!compileDateForm(form)) bad(key, form, 'write it like D/M/YYYY, YYYYMMDD or M/D/YYYY H:mm');
    }
    return forms;
  };
  if (said.numbers !== undefined && !compileNumberForm(said.numbers)) {
    bad('numbers', said.numbers, 'write it like 1.234,56 or 1,234.56 or $1,234.56');
  }
  const zone = said['time zone'];
  if (zone !== undefined && !isTimeZone(zone)) bad('time zone', zone, 'write it like Europe/Berlin or UTC');
  return {
    dates: dateForms('dates'),
    instants: dateForms('instants'),
    numbers: said.numbers ?? outer.numbers,
    timeZone: zone ?? outer.timeZone,
  };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
