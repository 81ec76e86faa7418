import { kindAlong, kindOf } from '../names.ts';
import { phrase } from '../phrase.ts';
import { withArticle } from '../plural.ts';
import type { Asking } from '../reading.ts';
import { at } from './at.ts';
import { not, reaches } from './plainly.ts';

/** Other records: those that belong to this one, and those that its links lead to. */
export const related = {
  has: phrase({
    patterns: ['has {counted:counted}'],
    query: (m, { counted }) => m.count(counted.how, counted.records),
    plain: (r, { counted }) => {
      const { number, waits } = r.count(counted.records);
      return { holds: reaches(counted.how, number), waits };
    },
    example: {
      of: 'handover',
      says: 'has an activity within 1 business day of assigned where kind is call and direction is out',
    },
  }),
  'is a': phrase({
    patterns: ['{links:links} is a {term:term}'],
    fits: ({ links, term }, asking) => at('term', ofOneKind(links, term, asking)),
    query: (m, { links, term }) => m.isA(links, term),
    plain: (r, { links, term }) => r.isA(links, term),
    example: { of: 'handover', says: 'its lead is a good lead' },
  }),
  'is not a': phrase({
    patterns: ['{links:links} is not a {term:term}'],
    fits: ({ links, term }, asking) => at('term', ofOneKind(links, term, asking)),
    query: (m, { links, term }) => m.not(m.isA(links, term)),
    plain: (r, { links, term }) => not(r.isA(links, term)),
    example: { of: 'lead', says: 'is not a good lead' },
  }),
  'is found': phrase({
    patterns: ['{links:links} is found'],
    fits: ({ links }) => at('links', aLink(links)),
    query: (m, { links }) => m.found(links),
    plain: (r, { links }) => r.found(links),
    example: { of: 'opportunity', says: 'its campaign is found' },
  }),
  'is not found': phrase({
    patterns: ['{links:links} is not found'],
    fits: ({ links }) => at('links', aLink(links)),
    query: (m, { links }) => m.not(m.found(links)),
    plain: (r, { links }) => not(r.found(links)),
    example: { of: 'lead', says: 'its owner is not found' },
  }),
};

function ofOneKind(links: readonly string[], term: string, asking: Asking) {
  const kind = kindAlong(asking.names, asking.kind.name, links);
  const termKind = asking.names.terms.find((known) => known.name === term)?.kind;
  const needed = termKind === undefined ? undefined : kindOf(asking.names, termKind);
  if (kind === null || needed === undefined || kind.name === needed.name) return null;
  const subject = links.length === 0 ? 'this' : `"its ${links.join("'s ")}"`;
  return {
    says: `${withArticle(term)} is ${withArticle(needed.name)} and ${subject} is ${withArticle(kind.name)}`,
    fix: '',
  };
}

function aLink(links: readonly string[]) {
  return links.length > 0 ? null : { says: 'it is not said which record', fix: 'say "its campaign is found"' };
}
