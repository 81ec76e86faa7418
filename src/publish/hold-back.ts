import { checkEdition } from '../story/check/check-edition.ts';
import { plainTitle, plainVerdict } from '../story/plain-title.ts';
import { subjectOf, type Material } from '../story/subject.ts';
import type { LeftOut } from '../values/edition.ts';
import type { Finding, Statement, Verdict } from '../values/statement.ts';

/** What may be published of what was said, and what was left out. */
export interface HeldBack {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
}

/** Leaves out every statement that its check finds false, contradicted or badly written; what has to stand is said as plainly as it can be. */
export function holdBack(verdict: Verdict, findings: readonly Finding[], materials: readonly Material[]): HeldBack {
  const wrong = Map.groupBy(checkEdition(verdict, findings, materials), ({ statement }) => statement);
  if (wrong.size === 0) return { verdict, findings, leftOut: [] };
  const holds = (statement: Statement) => !wrong.has(statement);
  const orNone = (statement: Statement | null) => (statement && holds(statement) ? statement : null);
  return {
    verdict: {
      title: holds(verdict.title) ? verdict.title : plainVerdict(),
      off: orNone(verdict.off),
      offs: verdict.offs.filter(holds),
      moves: verdict.moves.filter(({ say }) => holds(say)),
      since: verdict.since.filter(holds),
      win: orNone(verdict.win),
    },
    findings: findings.map((finding) => {
      const material = materials.find(({ metric }) => metric.slug === finding.metric);
      return {
        ...finding,
        title: holds(finding.title) || !material ? finding.title : plainTitle(subjectOf(material)),
        but: orNone(finding.but),
        context: finding.context.filter(holds),
        signal: orNone(finding.signal),
        overTime: finding.overTime.filter(holds),
        became: orNone(finding.became),
        parts: finding.parts.filter(holds),
      };
    }),
    leftOut: [...wrong].map(([statement, whys]) => ({
      statement,
      why: [...new Set(whys.map(({ why }) => why))].join('; '),
    })),
  };
}
