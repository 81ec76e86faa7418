import type { Agreement } from '../../src/values/agreement.ts';
import { Refusal } from './endings.ts';
import { isSample, type Task } from './task.ts';

/**
 * What is published is a company's own, and somebody said who may read it.
 * @throws Refusal otherwise.
 */
export function mayPublish(task: Task, agreement: Agreement, readers: string | undefined): void {
  if (!task.publish) return;
  if (isSample(task) || agreement.company.madeUp) {
    throw new Refusal(
      'Not published: this is the made-up company. Put your own agreement in data/agreement (and "made up: no" in its company.yml).',
    );
  }
  if (!readers?.trim()) {
    throw new Refusal(
      'Not published: nobody has said who may read the site. Say it in the repository variable SAME_PAGE_READERS, such as "everyone in the company".',
    );
  }
}
