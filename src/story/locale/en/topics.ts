/** English: the pages of topics. */
import type { Topic } from '../../../values/agreement.ts';
import { capital, inWords, listed, sentence } from './forms.ts';

/** What people come to a topic's page with. */
export const topicQuestions: Record<Topic, string> = {
  funnel: 'Where do leads and deals wait, and where do we lose them?',
  pipeline: 'How much is in the pipeline, and what moved it?',
  partners: 'What becomes of the leads that partners share with us?',
  campaigns: 'What do campaigns cost, and what do they bring?',
  deals: 'How do deals end, and which of them are in trouble?',
  feedback: 'What does sales say of the leads that it gets?',
  customers: 'Whom do we win, keep and lose?',
  records: 'How far can we rely on what the records say?',
};

export const numbersHeading = 'The numbers';
export const byMember = (title: string, dimension: string) => `${title}, by ${dimension}`;
export const byOrder = (order: string) => `By ${order}`;
export const orderLead = (inWords: string) => (inWords ? sentence(capital(inWords)) : '');
export const orderAsTable = 'These numbers as a table';
export const orderColumns = { records: 'Records', value: 'Value' } as const;
export const byMembersHeading = 'Where to look';
/** Above tables that are folded away, one for each number and term. */
export const clausesFolded = (terms: readonly string[]) => `Part by part: what makes a ${listed(terms)}`;
export const clausesHeading = (title: string, term: string) => `${title}: what makes a ${term}`;
export const moreLists = (count: number) => `${capital(inWords(count))} more such lists`;
export const keyNumbersHeading = 'The numbers that this page is about';
/** `€1.22m in September 2026`. */
export const besideBefore = (value: string, period: string) => `${value} in ${period}`;
export const standsOutHeading = 'What is off or really changed';
export const allNumbers = (count: number) => (count === 1 ? 'The number' : `All ${inWords(count)} numbers`);
export const moreNumbers = (count: number) => `${capital(inWords(count))} more ${count === 1 ? 'number' : 'numbers'}`;
