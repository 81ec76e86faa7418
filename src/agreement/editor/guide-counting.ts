/** What decides which records count, when, and for whom, each with a file as it would be written; they are read in a test. */
export const counting = `## What counts, when and for whom

**Another rule for some.** Where the sentence under \`instead for\` holds, its conditions stand in place of \`kept when\`; the first that holds decides.

\`\`\`yaml metrics/first-answer.yml
title: First answers
asks: Do we answer in time?
answered by: sales
share of: handover
by: qualified
kept when:
  - has an activity within 1 business day of assigned
instead for:
  its lead's source is Event: # they come all at once
    - has an activity within 3 business days of assigned
\`\`\`

**As it stood then.** With \`as of: period end\` there is no \`by\`: the records are counted as they stood at the end of each period, and \`now\` is that end. A day, such as
\`as of: 2026-01-31\`, gives one value.

\`\`\`yaml metrics/deals-overdue.yml
title: Deals past their day
asks: Do we keep the days of our deals up to date?
answered by: sales
count of: late deal
as of: period end
finest: month
topic: deals
at risk: '{count} deals are past their day'
\`\`\`

\`\`\`yaml vocabulary.yml
late deal:
  is an: opportunity
  in words: a deal that is neither won nor lost though its day has passed
  where:
    - stage is none of Closed Won, Closed Lost
    - closed is before now
\`\`\`

**As it stood when the period began.** With \`as of: period start\` the records are those that were there just before the period, as they stood then. Of a share, only what is
kept is judged later: by the period's end. So a forecast is held against what came. \`the period's start\` and \`the period's end\` are days that only a metric
\`as of:\` periods knows: a month and the quarter that it begins have forecasts of their own.

\`\`\`yaml metrics/expected-deals-won.yml
title: Expected deals won
asks: Which part of what we said would close did?
answered by: sales
share of: expected deal
counted in: amount
as of: period start
kept when:
  - entered "Closed Won" has happened
\`\`\`

\`\`\`yaml vocabulary.yml
expected deal:
  is an: opportunity
  in words: an open deal that we said would close by the end of the period
  where:
    - stage is none of Closed Won, Closed Lost
    - forecast category is Commit
    - its last stage change's close date is on or before the period's end
\`\`\`

**How many came through in time.** With \`within\` each record has so long from its \`by\`: what happens later has not happened, and until then it waits. So \`kept when\`
need not say the window again, as long as it names moments: a field such as \`won\` has no moment, and is as it is today. \`counted in\` weighs each record by an amount or number of
its own.

\`\`\`yaml metrics/worth-converted.yml
title: Worth won within half a year
asks: How much of what we open do we win?
answered by: sales
conversion of: opportunity
within: 180 days
counted in: amount
by: created
kept when:
  - entered Closed Won has happened
\`\`\`

**The year so far.** With \`running: year\` each month holds everything since the start of the year; its target is one for the year.

\`\`\`yaml metrics/deals-this-year.yml
title: Deals opened, the year so far
asks: How far has the year come?
answered by: sales
count of: opportunity
by: created
finest: month
running: year
target: at least 300 a year, spread by business days
\`\`\`

**Bands, and fields that should be filled.** \`needs\` names fields that every record should have; where one lacks, the least and the greatest possible value are shown. Bands cut a
number, an amount or a length of time; what lies in none is told as such.

\`\`\`yaml metrics/deals-by-size.yml
title: Deals opened, by what they are worth
asks: Do we open new business that is worth it?
answered by: sales
count of: first deal
by: created
needs: [type]
break down by:
  worth:
    value: amount
    bands:
      - below 50,000 EUR
      - from 50,000 EUR to below 200,000 EUR
      - at least 200,000 EUR
\`\`\`

\`\`\`yaml vocabulary.yml
first deal:
  is an: opportunity
  in words: a first deal with a customer
  where:
    - type is New Business
\`\`\`

**Groups of your own.** A figure can sort records under names: the first case whose sentences all hold wins, and \`or else\` takes those of which none does (left away: empty).
It is used like a text: in conditions (\`way out is Won\`) and in breakdowns, whose members stand in the order of
the cases. Where a field is to go on instead of a name, leave \`or else:\` away and say so in a second figure: \`is the: way out, or else its stage\`.

\`\`\`yaml vocabulary.yml
way out of opportunity:
  in words: how a deal came to its end
  is the first of:
    Won: [won is yes]
    Lost to another:
      - lost is yes
      - lost reason is one of Competitor, Price
    Lost to nobody: [lost is yes]
  or else: Open
\`\`\`

\`\`\`yaml metrics/ways-out.yml
title: How deals end
asks: What becomes of the deals that we open?
answered by: sales
count of: opportunity
by: created
except when:
  - way out is Open
break down by: [way out]
\`\`\`

**Which sentences of a term go with what.** \`clauses of\` a term parts the records by each of its sentences, and those of the terms that it narrows: the ones that meet it and the
others (of \`except when\`: that it applies to or not). Of all that was passed on, it shows which sentences go with being accepted.

\`\`\`yaml vocabulary.yml
promising handover:
  is a: handover
  in words: a handover that looks like business
  where:
    - any of:
        - its lead's company size is at least 200
        - its lead's job title contains the word one of head, chief, director
  except when:
    - its lead's do not contact is yes
\`\`\`

\`\`\`yaml metrics/accepted-by-clause.yml
title: Accepted, by what a lead meets
asks: Do our own sentences tell which leads sales accepts?
answered by: [marketing, sales]
share of: handover
by: qualified
kept when:
  - accepted has happened
break down by:
  - clauses of promising handover
\`\`\`

**How it is read.** \`tells\` says whether a metric is \`leading\` or \`lagging\`, \`topic\` on which page it stands beside its own, \`also on\` on which others, and \`better\` which way is good where no target tells it. \`at risk\` says of records as they stand which need somebody's hand. What a reader
should know before relying on it stands under \`pitfalls\`, what others count otherwise under \`choices\`: both are shown on its page and change no number, so no seal either. With \`counted: no\` a
definition is kept and checked, and neither counted nor published.

\`\`\`yaml metrics/deals-won-by-number.yml
title: Deals won, by number
asks: Which part of our deals do we win?
answered by: sales
tells: lagging
topic: deals
also on: [campaigns]
better: higher
counted: no
share of: opportunity
by: closed
kept when: [won is yes]
pitfalls:
  - A deal of any size counts as one, so a few large losses do not show here.
choices:
  - Others divide by amounts. Here each deal counts once.
\`\`\`

**Credit for several.** \`credit\` says who gets it: \`recorded\`, \`first touch\`, \`last touch\`, \`even\`, or weights by place (\`{ first: 40%, last: 40%, between: 20% }\`).
\`touches\` are the related records that led to it, \`touch\` the field of theirs that names the group, and \`beside\` other ways to be shown next to the agreed one.

\`\`\`yaml metrics/won-by-touch.yml
title: Worth won, by campaign
asks: Which campaigns lead to deals?
answered by: marketing
sum of: opportunity's amount
by: closed
break down by:
  campaign:
    value: its campaign's name
    credit: { first: 40%, last: 40%, between: 20% }
    touches: campaign touches on or before created
    touch: its campaign's name
    beside: [recorded, even]
\`\`\`

Without \`value\` only touches say who gets the credit: nothing is \`recorded\` then, and what no touch led to stands as "Not recorded". Mind the time of touches:
\`on or before created\` goes by local dates, although both are instants, and takes in the whole day on which the record was made; \`before created\` goes to the second.

**A pause.** In a promise, members of a breakdown that stay below a level for so many complete periods in a row are paused.

\`\`\`yaml slas/partners-answer.yml
title: Partners answer
asks: Do partners get back to the leads that we give them?
promised by: partners
promised to: marketing
share of: handover
by: qualified
kept when:
  - has an activity within 1 business day of assigned
except when:
  - its partner is not found
target: at least 70%
broken: below 55%
pause: { who: partner, below: 50%, for: 2 quarters }
break down by:
  partner: its partner's name
\`\`\``;
