import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import type { z } from 'zod';
import { sortFiles, type AgreementFiles } from './agreement-files.ts';
import { compareText } from './compare-text.ts';
import { calendarsOf, calendarsSchema } from './files/calendars.ts';
import { companyOf, companySchema } from './files/company.ts';
import { currenciesOf, currenciesSchema, noCurrencies } from './files/currencies.ts';
import { funnelSchema, readFunnel } from './files/funnel.ts';
import { metricSchema } from './files/metric-schema.ts';
import { readMetric, type MetricFile } from './files/metric.ts';
import { readNote } from './files/notes.ts';
import { readRatio } from './files/ratio.ts';
import { checkCalendars, teamsOf, teamsSchema } from './files/teams.ts';
import { vocabularySchema } from './files/term-schema.ts';
import { noVocabulary, readVocabulary } from './files/vocabulary.ts';
import type { World } from './files/world.ts';
import { checkHeadlines, checkPairs } from './metrics-together.ts';
import { missingOf } from './missing.ts';
import { readAs } from './read-as.ts';
import { sealOf } from './seal.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/**
 * Reads the files that both teams signed. Gives the agreement, or null where there is a fault, with all problems of all files,
 * sorted by place.
 */
export function parseAgreement(
  files: readonly TextFile[],
  catalogue: Catalogue,
): { agreement: Agreement | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const agreement = readAgreement(sortFiles(files, problems), catalogue, problems);
  const told = inOrder(problems);
  return { agreement: told.some((problem) => problem.level === 'fault') ? null : agreement, problems: told };
}

function readAgreement(files: AgreementFiles, catalogue: Catalogue, problems: Problem[]): Agreement | null {
  const company = saidIn(files.company, companySchema, problems);
  const teams = saidIn(files.teams, teamsSchema, problems);
  const calendars = saidIn(files.calendars, calendarsSchema, problems);
  const currencies = saidIn(files.currencies, currenciesSchema, problems);
  const vocabulary = saidIn(files.vocabulary, vocabularySchema, problems);
  const funnel = saidIn(files.funnel, funnelSchema, problems);
  const metricFiles = readMetricFiles(files, problems);
  if (!company || !teams || !calendars || (files.vocabulary && !vocabulary)) return null;

  const whole = companyOf(company.said);
  const rates = currencies ? currenciesOf(currencies.said, whole.fiscalYearStarts) : noCurrencies;
  const codes = [whole.currency, ...rates.rates.map((rate) => rate.currency)];
  const known = { catalogue, currencies: codes };
  const { terms, names } = vocabulary
    ? readVocabulary({ yaml: vocabulary.yaml, problems }, vocabulary.said, known)
    : noVocabulary(known);
  const world: World = {
    company: whole,
    teams: teamsOf(teams.said, whole.calendar),
    calendars: calendarsOf(calendars.said),
    names,
    problems,
  };
  checkCalendars(world, company.yaml, teams);
  const stages = funnel ? readFunnel(funnel.yaml, funnel.said, world) : [];
  const slugs = files.metrics.map((metric) => metric.slug);
  const metrics = readMetrics(metricFiles, slugs, world);
  const notes = files.notes.flatMap(({ file, slug }) => readNote(file, slug, slugs, problems) ?? []);
  if (problems.some((problem) => problem.level === 'fault')) return null;
  const sealed = metrics.map((metric) => {
    const seal = sealOf(metric, { terms, metrics, catalogue });
    const signatures = metric.signatures.map((signature) => ({ ...signature, holds: signature.seal === seal }));
    return { ...metric, seal, signatures, missing: missingOf(metric, metrics, terms, catalogue) };
  });
  return {
    company: whole,
    teams: world.teams,
    calendars: world.calendars,
    currencies: rates,
    terms,
    funnel: stages,
    metrics: sealed,
    notes,
  };
}

/** The metrics by slug. Those that are made of others are read after the others. */
function readMetrics(files: readonly MetricFile[], slugs: readonly string[], world: World): Metric[] {
  const ratios = files.filter(({ said }) => said['ratio of'] !== undefined);
  const plain = files.filter((file) => !ratios.includes(file)).flatMap((file) => readMetric(file, world) ?? []);
  const metrics = [...plain, ...ratios.flatMap((file) => readRatio(file, plain, slugs, world) ?? [])];
  checkPairs(files, slugs, world.problems);
  checkHeadlines(files, world.problems);
  return metrics.toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}

interface Said<T> {
  readonly yaml: YamlFile;
  readonly said: T;
}

function saidIn<Schema extends z.ZodType>(
  file: TextFile | null,
  schema: Schema,
  problems: Problem[],
): Said<z.infer<Schema>> | null {
  const yaml = file && readYaml(file, problems);
  const said = yaml && readAs(yaml, schema, problems);
  return yaml && said !== null ? { yaml, said } : null;
}

function readMetricFiles(files: AgreementFiles, problems: Problem[]): MetricFile[] {
  return files.metrics.flatMap(({ slug, folder, file }) => {
    const read = saidIn(file, metricSchema, problems);
    return read ? [{ slug, folder, ...read }] : [];
  });
}

/** Sorted by place; what was found twice, as a wording that the history inherits is, is told once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted(
    (one, other) =>
      compareText(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compareText(one.says, other.says),
  );
  return sorted.filter((problem, index) => JSON.stringify(problem) !== JSON.stringify(sorted[index - 1]));
}
