/** What can be agreed to reach and how it changes over time, each with a file as it would be written; they are read in a test. */
export const targets = `## Targets

A share, an average or a length of time has one level, which holds for every period: \`target: at least 85%\`, \`target: at most 6 business hours\`. What is counted or
summed needs a stretch of time as well: \`at least 22 a month\`, \`at least 60,000 EUR a quarter\`. A target for months is added up for quarters and years; a target
for a year says nothing of months, unless it is spread:

\`\`\`yaml metrics/deals-opened.yml
title: Deals opened
asks: Do we open enough deals?
answered by: sales
count of: opportunity
by: created
target: at least 300 a year, spread by business days
broken: below 80% of the target
\`\`\`

\`broken\` is a level in the same form (\`below 240 a year\`), or a part of the target. Between it and the target a number is slipping. With \`at most\` it is \`above\`.

A target that changes is listed by period: months (\`2026-01\`), quarters (\`FY2026-Q1\`) or years (\`FY2026\`). Periods that are not listed have none.

\`\`\`yaml metrics/deals-opened-by-plan.yml
title: Deals opened, by the plan
asks: Do we open the deals that we planned?
answered by: sales
count of: opportunity
by: created
target:
  at least:
    2026-01: 20
    2026-02: 24
    2026-03: 30
broken: below 80% of the target
\`\`\`

A target can follow from the plan for another metric. Here: the deals that must be opened in a month are the worth that is to be won three months later, divided by the worth of
a deal and by the part of deals that is won. \`at least:\`, \`divided by:\` and \`times:\` name metrics, and nothing else, by their file; the first is taken by its target, the others each by its
value in the last complete year.

\`\`\`yaml metrics/worth-won.yml
title: Worth of the deals won
asks: What do we win?
answered by: sales
sum of: signed deal's amount
by: closed
target: at least 90,000 EUR a month
\`\`\`

\`\`\`yaml metrics/worth-of-a-deal.yml
title: Worth of a deal
asks: How much is a deal worth?
answered by: sales
average of: signed deal's amount
by: closed
\`\`\`

\`\`\`yaml metrics/deals-won.yml
title: Deals won
asks: How many deals do we win?
answered by: sales
share of: opportunity
by: created
kept when: [won is yes]
\`\`\`

\`\`\`yaml metrics/deals-needed.yml
title: Deals opened against what the plan needs
asks: Do we open enough deals today for what we plan to win?
answered by: sales
count of: opportunity
by: created
target:
  at least: worth-won
  divided by: [worth-of-a-deal, deals-won]
  earlier by: 3 months
broken: below 80% of the target
\`\`\`

\`\`\`yaml vocabulary.yml
signed deal:
  is an: opportunity
  in words: a deal that a customer signed
  where:
    - won is yes
\`\`\``;

export const history = `## History

An entry of \`history:\` holds what was different, and with \`until\` the last day on which it held. Keys that it does not name are as in the wording that came after it.
Its order does not matter: the days tell which is older. \`none\` says that there was none: \`instead for: none\`, \`except when: none\`, \`target: none\`,
\`broken: none\`. An entry with its own \`kept when\` has no \`instead for\`, unless it says so.

\`\`\`yaml slas/leads-taken-up.yml
title: Leads taken up
asks: Does sales take up what marketing passes on?
promised by: sales
promised to: marketing
share of: handover
by: qualified
kept when:
  - has an activity within 1 business day of assigned
except when:
  - its lead's do not contact is yes
target: at least 90%
broken: below 80%
history:
  - until: 2025-12-31
    kept when:
      - has an activity within 2 business days of assigned
    target: at least 80%
    broken: below 70%
  - until: 2024-12-31
    except when: none
    target: none
    broken: none
\`\`\`

A record is judged by the wording that held on the day of its \`by\`. Any change breaks the seals of those who agreed. Where the history holds what they agreed to just as it was,
their yes still holds for periods up to its last day; later periods get no mark until the teams agree again. Marks that were fixed when a period closed stay in any case.
They are kept in \`published/marks.csv\`, which is only written by \`--publish\`, or by \`--published DIR\`.
To try a draft, just build: nothing is fixed by that.`;
