/** The usual tasks, each with a file as it would be written; they are read in a test, so that they work. */
export const tasks = `## Three usual tasks

### Write a new term

In \`vocabulary.yml\`. A term narrows a record (\`is a: lead\`) or another term, by what its records must be and must not be.

\`\`\`yaml vocabulary.yml
large inbound lead:
  is a: lead
  in words: someone from a larger company who came to us
  where:
    - source is one of Website, Webinar, Event
    - company size is at least 200
  except when:
    - do not contact is yes
\`\`\`

A figure is a named value of a record, and may use other figures. Here it is the time that a large inbound lead waited for its first call.

\`\`\`yaml vocabulary.yml
first call of large inbound lead:
  is the: the completed of its first activity where kind is call
response time of large inbound lead:
  in words: how long it waited for its first call
  is the: business hours from created to first call
\`\`\`

### Write a new metric

A file in \`metrics/\`. Its name is its address on the site: \`metrics/large-leads-called.yml\`.

\`\`\`yaml metrics/large-leads-called.yml
title: Large leads called within a day
asks: Do we call the leads that matter most?
answered by: sales
share of: large inbound lead
by: created
kept when:
  - has an activity within 1 business day of created where kind is call
target: at least 80%
break down by:
  source: source
  size:
    value: company size
    bands:
      - from 200 to below 1,000
      - at least 1,000
\`\`\`

Every metric names what it counts (\`share of\`, \`count of\`, \`sum of\` ...), the moment that puts a record into a month (\`by\`), and the team that answers for it. A share
says what is good (\`kept when\`).

### Tighten a promise

Change the file in \`slas/\`, and move what held until now into \`history\` with its last day, so that the past is judged by what was agreed then.

\`\`\`yaml slas/large-leads-feedback.yml
title: Feedback on large leads
asks: Does marketing hear what became of them?
promised by: sales
promised to: marketing
share of: handover
by: qualified
kept when:
  - accepted within 2 business days of assigned
target: at least 90%
broken: below 80%
if broken: [the heads of both teams meet within a week]
review by: 2027-06-30
history:
  - until: 2026-12-31
    kept when: [accepted within 5 business days of assigned]
    target: at least 85%
\`\`\`

Then each team agrees, once it has: \`npm run agree -- large-leads-feedback --team sales --by "VP Sales" --how "minutes of the revenue meeting"\`. Until then the page says
whom it waits for.`;
