import type { Agreement } from '../../src/values/agreement.ts';
import { Refusal } from './endings.ts';
import { isSample, type Task } from './task.ts';

/** Who may read what is published, as somebody said; undefined or empty: nobody did. */
export interface Readers {
  readonly company: string | undefined;
  /** Of the managers' edition: a yes to the company's is none to this one. */
  readonly managers: string | undefined;
}

/**
 * What is published is a company's own, and somebody said who may read it.
 * @throws Refusal otherwise.
 */
export function mayPublish(task: Task, agreement: Agreement, readers: Readers): void {
  if (!task.publish) return;
  if (isSample(task) || agreement.company.madeUp) {
    throw new Refusal(
      'Not published: this is the made-up company. Put your own agreement in data/agreement (and "made up: no" in its company.yml).',
    );
  }
  if (!readers[task.edition]?.trim()) throw new Refusal(`Not published: ${unsaid[task.edition]}`);
}

const unsaid: Readonly<Record<Task['edition'], string>> = {
  company:
    'nobody has said who may read the site. Say it in the repository variable SAME_PAGE_READERS, such as "everyone in the company".',
  managers:
    'nobody has said who may read the managers\' edition, which lists records of the CRM. Say it in SAME_PAGE_MANAGERS_READERS, such as "heads of sales, by login".',
};
