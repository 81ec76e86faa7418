import type { Agreement } from '../values/agreement.ts';
import type { FieldPath, Value } from '../values/tree.ts';
import { kindOfPath } from './kind-of-path.ts';
import type { Subject } from './subject.ts';

/** The kind of those who own records. */
const people = 'user';

/** Whether a field names a team or a person: an owner's team, an owner's name. */
function namesPeople(path: FieldPath, { agreement, catalogue }: Pick<Subject, 'agreement' | 'catalogue'>): boolean {
  if (path.field === 'team' || path.links.at(-1) === 'owner') return true;
  const kind = kindOfPath(path, catalogue);
  if (kind === people) return true;
  return path.figure && isOfPeople(figureOf(agreement, kind, path.field)?.is, { agreement, catalogue });
}

const figureOf = ({ figures }: Agreement, kind: string, name: string) =>
  figures.find((figure) => figure.kind === kind && figure.name === name);

/** The same of what a figure is: the team of a lead's last owner. */
function isOfPeople(value: Value | undefined, subject: Pick<Subject, 'agreement' | 'catalogue'>): boolean {
  if (value?.value === 'field' || value?.value === 'picked') return namesPeople(value.path, subject);
  return value?.value === 'or else' && (isOfPeople(value.first, subject) || isOfPeople(value.second, subject));
}

/**
 * Whether the members of a breakdown may be compared. Teams and people are never ranked: they stand by name. A breakdown is one of teams
 * too where a member is called like a team of the agreement.
 */
export function isRanked(subject: Subject, dimension: string): boolean {
  const { metric, agreement, values } = subject;
  const cut = metric.breakdowns.find((breakdown) => breakdown.dimension === dimension)?.cut;
  if (cut && 'path' in cut && cut.cut !== 'bands' && namesPeople(cut.path, subject)) return false;
  const teams = new Set(agreement.teams.map(({ name }) => name));
  return !values.some((row) => row.dimension === dimension && teams.has(row.member));
}
