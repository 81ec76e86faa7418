/** A form that texts may be written in, and how well that is known. */
export interface FormTold {
  /** As it is declared: `D/M/YYYY`, `1.234,56`. */
  readonly form: string;
  /** The language to declare with it; null where there is nothing to say. */
  readonly language: string | null;
  /** Whether it has to be declared: ISO 8601 and 1234.56 need not. */
  readonly isCertain: boolean;
  /** How many of the texts that are not empty are written so, and how many there are. */
  readonly fits: number;
  readonly of: number;
  /** All are written so, and every other form that all of them fit says the same. */
  readonly sure: boolean;
  /** Why, in a sentence with an example. */
  readonly tell: string;
}

/** A form, and what each text says by it; null where the text is not of the form. */
export interface FormTried<T> extends Pick<FormTold, 'form' | 'language' | 'isCertain'> {
  readonly readings: readonly (T | null)[];
}

/**
 * Tells of each form how many texts fit it and whether that settles it, best first. Of forms that say the same of all texts, the first is
 * told. `same` compares two readings, `say` puts one into words.
 */
export function tellForms<T>(
  texts: readonly string[],
  tried: readonly FormTried<T>[],
  { same, say }: { same(one: T, other: T): boolean; say(reading: T): string },
): FormTold[] {
  const alike = (one: FormTried<T>, other: FormTried<T>): boolean =>
    one.readings.every((reading, index) => sameOrNone(reading, other.readings[index] ?? null, same));
  const fitting = tried.filter(({ readings }) => readings.some((reading) => reading !== null));
  const different = fitting.filter((form, index) => !fitting.slice(0, index).some((before) => alike(before, form)));
  const fits = ({ readings }: FormTried<T>): number => readings.filter((reading) => reading !== null).length;
  const whole = different.filter((form) => fits(form) === texts.length);
  const sentence = (form: FormTried<T>): string => {
    if (fits(form) < texts.length) return partly(texts, form);
    const rival = whole.find((other) => other !== form);
    return rival ? open(texts, form, rival, { same, say }) : decided(texts, form, different, say);
  };
  return different
    .toSorted((a, b) => fits(b) - fits(a))
    .map((form) => ({
      form: form.form,
      language: form.language,
      isCertain: form.isCertain,
      fits: fits(form),
      of: texts.length,
      sure: whole.length === 1 && whole[0] === form,
      tell: sentence(form),
    }));
}

function sameOrNone<T>(one: T | null, other: T | null, same: (one: T, other: T) => boolean): boolean {
  return one === null || other === null ? one === other : same(one, other);
}

type Words<T> = Pick<Parameters<typeof tellForms<T>>[2], 'say'>;

function partly<T>(texts: readonly string[], { form, readings }: FormTried<T>): string {
  const [fit, misfit] = [readings.findIndex((each) => each !== null), readings.indexOf(null)];
  const count = readings.filter((each) => each !== null).length;
  return `${count} of ${texts.length} are written as ${form}, such as "${texts[fit]}"; "${texts[misfit]}" is not`;
}

function open<T>(
  texts: readonly string[],
  form: FormTried<T>,
  rival: FormTried<T>,
  { same, say }: Words<T> & { same(one: T, other: T): boolean },
): string {
  const at = form.readings.findIndex((each, index) => !sameOrNone(each, rival.readings[index] ?? null, same));
  const [ours, theirs] = [form.readings[at], rival.readings[at]];
  if (ours === null || ours === undefined || theirs === null || theirs === undefined) return '';
  return `"${texts[at]}" is ${say(ours)} as ${form.form}, or ${say(theirs)} as ${rival.form}, and no value tells which`;
}

function decided<T>(
  texts: readonly string[],
  form: FormTried<T>,
  all: readonly FormTried<T>[],
  say: (reading: T) => string,
): string {
  const rivals = all.filter((other) => other !== form);
  const nearest = rivals.toSorted((a, b) => count(b) - count(a))[0];
  const at = nearest ? nearest.readings.indexOf(null) : 0;
  const reading = form.readings[at];
  const said = reading === null || reading === undefined ? '' : say(reading);
  const only = nearest ? ` and nothing as ${nearest.form}` : '';
  return `"${texts[at]}" is ${said} as ${form.form}${only}`;
}

function count<T>({ readings }: FormTried<T>): number {
  return readings.filter((each) => each !== null).length;
}
