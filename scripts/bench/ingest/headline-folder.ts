/** A company's data folder with only the metrics of its first page: as few charts as other tools were measured with. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseDocument } from 'yaml';

/** The folders of an agreement that hold a metric in each file. */
const metricFolders = ['metrics', 'slas'];

/**
 * Which of an agreement's metrics stand on its first page, and those that they or the vocabulary refer to, and these again.
 * `metrics`: what each file holds, by the file's name without `.yml`; `vocabulary`: what that file holds.
 */
export function headlineMetrics(metrics: ReadonlyMap<string, unknown>, vocabulary: unknown): ReadonlySet<string> {
  const first = [...metrics].filter(([, said]) => isHeadline(said)).map(([slug]) => slug);
  const kept = new Set([...first, ...namedIn(vocabulary, metrics)]);
  // A set goes on to what is added on the way.
  for (const slug of kept) for (const other of namedIn(metrics.get(slug), metrics)) kept.add(other);
  return kept;
}

function isHeadline(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'headline' in said;
}

const resultOf = /the result of ([a-z0-9-]+)/;

/** The metrics that stand anywhere in a file: by their names, or in a condition. */
function namedIn(said: unknown, metrics: ReadonlyMap<string, unknown>): string[] {
  if (typeof said === 'string') {
    const slug = resultOf.exec(said)?.[1] ?? said;
    return metrics.has(slug) ? [slug] : [];
  }
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap((part) => namedIn(part, metrics)) : [];
}

/** Writes the folder; its exports stay where they are. Notes are left out, and stages of the funnel name no metric that is. Gives how many metrics there are. */
export function writeHeadlineFolder(data: string, into: string): number {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  cpSync(join(data, 'sources'), join(into, 'sources'), { recursive: true });
  const [from, to] = [join(data, 'agreement'), join(into, 'agreement')];
  cpSync(from, to, { recursive: true });
  rmSync(join(to, 'notes'), { recursive: true, force: true });
  const files = metricFolders.flatMap((folder) => readdirSync(join(to, folder)).map((name) => join(to, folder, name)));
  const slugOf = (path: string): string => basename(path, '.yml');
  const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
  const kept = headlineMetrics(
    new Map(files.map((path) => [slugOf(path), read(path)])),
    read(join(to, 'vocabulary.yml')),
  );
  for (const path of files) if (!kept.has(slugOf(path))) rmSync(path);
  const funnel = join(to, 'funnel.yml');
  writeFileSync(funnel, funnelOf(readFileSync(funnel, 'utf8'), kept));
  return kept.size;
}

/** The funnel with stages that name kept metrics only. */
function funnelOf(text: string, kept: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const stages = document.toJS() as Record<string, unknown>[];
  for (const [number, stage] of stages.entries()) {
    for (const says of ['counted by', 'took']) {
      const slug = stage[says];
      if (typeof slug === 'string' && !kept.has(slug)) document.deleteIn([number, says]);
    }
  }
  return document.toString();
}

const sla = join('agreement', 'slas', 'followed-up-in-time.yml');
const [agreed, changed] = [
  'has a touch within 1 business day of assigned',
  'has a touch within 2 business days of assigned',
];

/** Changes one definition in such a folder: what counts as followed up in time. @throws where the agreement no longer says it so. */
export function changeADefinition(folder: string): void {
  const path = join(folder, sla);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(agreed)) throw new Error(`Expected "${agreed}" in ${path}.`);
  writeFileSync(path, text.replace(agreed, changed));
}
