import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

const leads = { from: 'lead', once: true } as const;
/** The word that stands where nobody answered. */
const answer = (column: string): string => `iif("${column}" = 'Select', '', "${column}")`;
const source = `case "Lead Source" when 'google' then 'Google' else "Lead Source" end`;
const city = answer('City');
const heard = answer('How did you hear about X Education');
const profile = answer('Lead Profile');
const specialization = answer('Specialization');
const kindOfRejection = `case
  when Tags in ('invalid number', 'wrong number given', 'number not provided', 'opp hangup') then 'Not reached'
  when Tags in ('Lost to EINS', 'Lost to Others', 'Already a student', 'Closed by Horizzon') then 'Somebody else''s'
  else 'Not interested' end`;
const goingOn = `('', 'Will revert after reading the email', 'Ringing', 'switched off', 'Busy', 'in touch with EINS')`;

describeRealCase(
  {
    name: 'x-education-leads',
    now: '2019-01-05T08:00:00Z',
    asOf: '2018-12-31',
    rows: { 'Leads.csv': 9240 },
    first: `create view lead as select * from Leads`,
    queries: {
      'leads-known': {
        ...leads,
        count: true,
        by: { source, city, heard, profile, activity: `"Asymmetrique Activity Index"` },
      },
      'leads-to-opportunities': {
        ...leads,
        kept: `Converted = '1'`,
        by: {
          source,
          origin: `"Lead Origin"`,
          occupation: `"What is your current occupation"`,
          'how they heard': heard,
          profile,
          quality: `"Lead Quality"`,
        },
      },
      'leads-never-touched': { ...leads, kept: `Tags = ''`, by: { source, specialization } },
      'leads-rejected': {
        ...leads,
        where: `Converted = '0' and Tags not in ${goingOn}`,
        count: true,
        by: { kind: kindOfRejection, reason: 'Tags', source },
      },
      'inquiries-held-back': {
        ...leads,
        where: `"Lead Origin" not in ('Lead Import', 'Quick Add Form')`,
        kept: `"Lead Quality" in ('Worst', 'Low in Relevance')`,
        by: { source },
      },
      'customers-referred': { ...leads, where: `"Lead Source" = 'Reference'`, count: true, by: { city } },
      'new-customers': { ...leads, where: `Converted = '1'`, count: true, by: { city, specialization } },
      'time-on-site': { ...leads, median: `"Total Time Spent on Website" / 60.0`, by: { source } },
      'page-views': { ...leads, average: `cast(nullif("Page Views Per Visit", '') as real)`, by: { source } },
    },
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': "handovers, activities, lead's company size",
      'average-sale': 'opportunities',
      bookings: 'opportunities',
      'campaign-effectiveness': 'opportunities, spend rows',
      'campaign-spend': 'spend rows',
      'campaign-wins': 'opportunities',
      'close-date-pushes': 'stage changes',
      'close-dates-past': 'opportunities',
      'cost-per-qualified-lead': "handovers, spend rows, lead's company size",
      'customers-onboarded': 'accounts',
      'customers-renewed': 'opportunities',
      'deals-stuck': 'opportunities, stage changes',
      'deals-up-to-date': 'opportunities, activities',
      'deals-with-amount': 'opportunities',
      'deals-with-close-date': 'opportunities',
      'deals-with-next-step': 'opportunities',
      'deals-with-source': 'opportunities',
      'factored-pipeline': 'opportunities',
      'forecast-accuracy': 'opportunities',
      'hold-between-owners': 'ownerships',
      'leads-accepted': "handovers, lead's company size",
      'lost-deals': 'opportunities',
      'meetings-accepted': 'activities',
      'meetings-set': 'activities',
      'open-pipeline': 'opportunities',
      'partners-feedback': "handovers, lead's company size",
      'partners-follow-up': "handovers, activities, lead's company size",
      'pipeline-bridge': 'opportunities, stage changes',
      'pipeline-coverage': 'opportunities',
      'qualified-leads-delivered': "handovers, lead's company size",
      'rejections-explained': "handovers, lead's company size",
      'response-time': "handovers, activities, lead's company size",
      'sales-cycle': 'opportunities',
      'single-decision-maker': 'opportunities, deal contacts',
      'stage-conversion': 'stage changes',
      'time-in-stage': 'stage changes',
      'time-to-hand-over': "handovers, lead's company size",
      'usual-ready-time': 'opportunities, stage changes',
      'win-rate': 'opportunities',
      'win-rate-by-amount': 'opportunities',
      'wins-never-qualified': "handovers, opportunities, lead's company size, lead's opportunity",
      'won-by-clause': "handovers, opportunities, lead's opportunity",
      'won-outside-forecast': 'opportunities, stage changes',
    },
    notShown: {},
  },
  (_run, odd) => oddities(odd),
);
