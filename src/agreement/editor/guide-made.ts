/** Numbers that are made of other numbers, each with a file as it would be written; they are read in a test. */
export const numbersFromNumbers = `## Numbers from numbers

**One for each of another, or less another.** \`ratio of\` and \`per\` name two counts or sums, by their files; \`difference of\` and \`less\` two metrics that are counted in the same. Both are worked
out for each period, and for each group that both are broken down by. What has no records in a period counts as 0 there, where it is a count or a sum.

\`\`\`yaml metrics/deals-played.yml
title: Deals brought into play
asks: How many deals do we open?
answered by: sales
count of: opportunity
by: created
\`\`\`

\`\`\`yaml metrics/deals-settled.yml
title: Deals settled
asks: How many deals were won or lost?
answered by: sales
count of: settled deal
by: closed
\`\`\`

\`\`\`yaml metrics/deals-more-in-play.yml
title: More deals in play
asks: Do we open more deals than we settle?
answered by: sales
difference of: deals-played
less: deals-settled
\`\`\`

**What is still to come.** Below the line may stand \`the target of\` a metric, or \`the rest of the target of\` one: what is agreed for a period, less what has come. A metric with
\`running: quarter\` has all of the quarter's target at the end of each of its months. Where nothing is left to come, or nothing was agreed, the ratio is not known; it has no groups. Above the line stands only what can
still fill it: of the same type, and due in time.

\`\`\`yaml metrics/new-worth-due.yml
title: Worth in play that is due
asks: What could still close this quarter?
answered by: sales
sum of: new deal due's amount
as of: period end
finest: month
\`\`\`

\`\`\`yaml metrics/worth-this-quarter.yml
title: New business settled well, the quarter so far
asks: What have we won this quarter?
answered by: sales
sum of: new deal settled well's amount
by: closed
finest: month
running: quarter
target: at least 400,000 EUR a quarter
\`\`\`

\`\`\`yaml metrics/cover.yml
title: Cover
asks: Is enough in play for what the quarter still asks of us?
answered by: sales
ratio of: new-worth-due
per: the rest of the target of worth-this-quarter
target: at least 3
\`\`\`

**What another metric came to.** A sentence may name \`the result of\` a metric: its number for the last complete fiscal year, before the as-of day or before the end of a period
that is counted \`as of\`. So a limit follows what is usual. No metric may read itself that way, however far around.

\`\`\`yaml metrics/usual-worth.yml
title: Usual worth of a deal
asks: What is a deal worth?
answered by: sales
median of: well settled deal's amount
by: closed
\`\`\`

\`\`\`yaml metrics/great-deals.yml
title: Deals that are worth more than usual
asks: How many large deals do we open?
answered by: sales
count of: greater deal
by: created
\`\`\`

**What moves a balance.** A sum \`as of: period end\` is a balance. A metric with \`moves\` adds up, by a moment, what each row of a history changed of it; its first breakdown names the
movements. For each period the balance of the period before, the movements and what is not explained come to the balance: \`api/bridges/\` holds them. What is not explained should be 0:
else rows are missing, or the two do not count the same. Amounts in other currencies are changed at the rate of the \`by\` day, or of the day that \`rate on\` names; a balance counts each record
at the rate of the day on which it was opened, so its movements must too.

\`\`\`yaml metrics/worth-in-play.yml
title: Worth in play
asks: What are our deals in play worth?
answered by: sales
sum of: deal in play's amount
as of: period end
\`\`\`

\`\`\`yaml metrics/shifts.yml
title: What shifted the worth in play
asks: Where did it grow, and where did it go?
answered by: sales
sum of: known row's shift
moves: worth-in-play
by: at
rate on: its opportunity's created
break down by: [kind of shift]
\`\`\`

\`\`\`yaml vocabulary.yml
deal in play:
  is an: opportunity
  in words: a deal that is neither won nor lost
  where:
    - stage is none of Closed Won, Closed Lost
settled deal:
  is an: opportunity
  in words: a deal that was won or lost
  where:
    - any of:
        - won is yes
        - lost is yes
well settled deal:
  is a: settled deal
  in words: a deal that a customer signed
  where:
    - won is yes
new deal due:
  is a: deal in play
  plural: new deals due
  in words: a first deal that is expected to close before the quarter ends
  where:
    - type is New Business
    - its last stage change's close date is on or before the end of the quarter of now
new deal settled well:
  is a: well settled deal
  plural: new deals settled well
  in words: a first deal that a customer signed
  where:
    - type is New Business
greater deal:
  is an: opportunity
  in words: a deal that is worth more than the usual one of last year
  where:
    - amount is more than the result of usual-worth
known row:
  is a: stage change
  in words: a row of the history of a deal that is there
  where:
    - its opportunity is found
row in play:
  is a: known row
  plural: rows in play
  in words: after it the deal is in play
  where:
    - to is none of Closed Won, Closed Lost
row from play:
  is a: known row
  plural: rows from play
  in words: before it the deal was in play
  where:
    - the to of its previous stage change is known
    - the to of its previous stage change is none of Closed Won, Closed Lost
worth from then of row in play:
  in words: what the deal is worth in play from then on
  is the: amount
worth until then of row from play:
  in words: what it was worth in play until then
  is the: the amount of its previous stage change
added of stage change:
  in words: what is in play after the row
  is the: worth from then, or else 0 EUR
gone of stage change:
  in words: what was in play before the row
  is the: worth until then, or else 0 EUR
shift of stage change:
  in words: by how much the row changed what is in play
  is the: added minus gone
kind of shift of stage change:
  in words: what happened to the deal
  is the first of:
    Opened: [is a row in play, is not a row from play]
    Won: [to is Closed Won]
    Lost: [to is Closed Lost]
    Raised: [shift is more than 0 EUR]
    Lowered: [shift is less than 0 EUR]
  or else: Unchanged
\`\`\``;
