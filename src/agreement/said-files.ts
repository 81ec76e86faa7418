import type { z } from 'zod';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import type { AgreementFiles } from './agreement-files.ts';
import { calendarsSchema } from './files/calendars.ts';
import { companySchema } from './files/company.ts';
import { currenciesSchema } from './files/currencies.ts';
import { funnelSchema } from './files/funnel.ts';
import { metricSchema } from './files/metric-schema.ts';
import type { MetricFile } from './files/metric.ts';
import { teamsSchema } from './files/teams.ts';
import { vocabularySchema } from './files/term-schema.ts';
import { readAs } from './read-as.ts';
import type { Reporting } from './report.ts';
import { readYaml } from './yaml-file.ts';

/** What a file says by its schema, and where its further problems go. */
export interface Said<T> extends Reporting {
  readonly said: T;
}

/** Every file by its schema; null where it is not there, or is at fault. */
export interface SaidFiles {
  readonly company: Said<z.infer<typeof companySchema>> | null;
  readonly teams: Said<z.infer<typeof teamsSchema>> | null;
  readonly calendars: Said<z.infer<typeof calendarsSchema>> | null;
  readonly currencies: Said<z.infer<typeof currenciesSchema>> | null;
  readonly vocabulary: Said<z.infer<typeof vocabularySchema>> | null;
  readonly funnel: Said<z.infer<typeof funnelSchema>> | null;
  readonly metrics: readonly MetricFile[];
}

/** Reads the form of every file. What the files say of each other is not looked at. */
export function readForms(files: AgreementFiles, problems: Problem[]): SaidFiles {
  return {
    company: saidIn(files.company, companySchema, problems),
    teams: saidIn(files.teams, teamsSchema, problems),
    calendars: saidIn(files.calendars, calendarsSchema, problems),
    currencies: saidIn(files.currencies, currenciesSchema, problems),
    vocabulary: saidIn(files.vocabulary, vocabularySchema, problems),
    funnel: saidIn(files.funnel, funnelSchema, problems),
    metrics: files.metrics.flatMap(({ slug, folder, file }) => {
      const read = saidIn(file, metricSchema, problems);
      return read ? [{ ...read, slug, folder }] : [];
    }),
  };
}

function saidIn<Schema extends z.ZodType>(
  file: TextFile | null,
  schema: Schema,
  problems: Problem[],
): Said<z.infer<Schema>> | null {
  const yaml = file && readYaml(file, problems);
  const read = yaml && readAs(yaml, schema, problems);
  return yaml && read ? { ...read, yaml, problems } : null;
}
