import type { MetricUnit } from '../../values/agreement.ts';
import type { ValueType } from '../../values/tree.ts';
import { measureKeys, measures, type MeasureRow } from '../measures.ts';
import type { MetricName, Names } from '../names.ts';
import type { MetricFile } from './metric.ts';
import { saidPartsOf } from './parts-of-two.ts';
import { readSubject } from './subject.ts';
import { unitOfRatio } from './unit-of-two.ts';

/**
 * The metrics as sentences name them. What kind of number one comes to is found in its file when it is first asked for: the terms and
 * figures that it counts may name others, and those are read before any metric.
 */
export function metricNames(files: readonly MetricFile[], currency: string): MetricName[] {
  const open = new Set<string>();
  const unitOf = (slug: string, names: Names): MetricUnit | null => {
    const file = files.find((one) => one.slug === slug);
    // Who asks for itself on the way is told of as a circle.
    if (!file || open.has(slug)) return null;
    open.add(slug);
    const [upper, lower] = saidPartsOf(file).map((part) => unitOf(part, names));
    const unit = file.said['ratio of'] === undefined ? upper : upper && lower && unitOfRatio(upper, lower);
    const found = unit === undefined ? unitOfRecords(file, names, currency) : unit;
    open.delete(slug);
    return found;
  };
  const hasYears = ({ said }: MetricFile): boolean =>
    said.finest !== 'all' && said.by !== 'nothing' && typeof said['as of'] !== 'object';
  return files.map((file) => ({
    slug: file.slug,
    type: (names) => (hasYears(file) ? typeOf(unitOf(file.slug, names)) : null),
  }));
}

function unitOfRecords(file: MetricFile, names: Names, currency: string): MetricUnit | null {
  const key = measureKeys.find((candidate) => file.said[candidate] !== undefined);
  if (key === undefined) return null;
  const row: MeasureRow = measures[key];
  // What is wrong with it is told where it is read as a metric.
  const subject = readSubject({ ...file, problems: [], names }, file.said[key] ?? '', [key], row);
  return subject && row.unit(subject, currency);
}

/** Nobody asks a file at fault twice: what is not known is taken for a number. Dates are no numbers. */
function typeOf(unit: MetricUnit | null): ValueType | null {
  if (unit?.unit === 'day') return null;
  if (unit?.unit === 'money') return { is: 'money' };
  return unit?.unit === 'duration' ? { is: 'duration', unit: unit.of } : { is: 'number' };
}
