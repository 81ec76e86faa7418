import { dateOf, dayOf, localDayOf, textOfDay, textOfInstant } from './berlin-time.ts';
import { campaigns, type Campaign } from './campaigns.ts';
import { keyOf } from './chance.ts';
import { marketers, partners, queues, users } from './company.ts';
import type { Month } from './plan.ts';
import { salesforceId } from './salesforce-id.ts';
import { decimal, type Export } from './export-form.ts';

const founded = 1_688_360_400; // 2023-07-03, when the company set up its CRM

/** Writes the people and programs, the queues, and the partners. */
export function writePeople(out: Export): void {
  const stamp = textOfInstant(founded);
  for (const user of users) {
    const name = user.name
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .toLowerCase()
      .replaceAll(' ', '.');
    out.files.write('User', {
      Id: user.id,
      Username: `${name}@hollin-works.example`,
      LastName: user.last,
      FirstName: user.first,
      Name: user.name,
      Email: `${name}@hollin-works.example`,
      IsActive: user.active,
      UserRoleId: salesforceId('role', user.team.length),
      Department: user.team === 'Marketing' ? 'Marketing' : 'Sales',
      Division: user.team,
      Title: user.role,
      UserType: 'Standard',
      Robot__c: user.robot,
      CreatedDate: stamp,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
  }
  const groups = [
    ...queues.map((queue) => ({ ...queue, type: 'Queue' })),
    { id: salesforceId('group', 90), name: 'All internal users', type: 'Regular' },
  ];
  for (const { id, name, type } of groups)
    out.files.write('Group', {
      Id: id,
      Name: name,
      DeveloperName: name.replaceAll(' ', '_'),
      Type: type,
      CreatedDate: stamp,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
  for (const partner of partners)
    out.files.write('Account', {
      Id: partner.id,
      IsDeleted: false,
      Name: partner.name,
      Type: 'Partner',
      Industry: 'Software',
      NumberOfEmployees: '40',
      BillingCountry: 'Germany',
      Region__c: partner.region,
      Partner_Tier__c: partner.tier,
      OwnerId: marketers[0]!.id,
      CreatedDate: stamp,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
}

/** A campaign's cost in euros in a month that begins on `first`; a one-time cost falls into four months about its start. */
function costIn(campaign: Campaign, first: number): number {
  const { year, month } = dateOf(first);
  if (!campaign.once) {
    const runs = first + 27 >= campaign.from && (campaign.to === null || first <= campaign.to);
    const wobble = 0.88 + (keyOf(year, month, campaign.name.length) % 1000) / 4166;
    return runs ? Math.round((campaign.cost * wobble) / 10) * 10 : 0;
  }
  const start = dateOf(campaign.from);
  const ahead = (start.year - year) * 12 + start.month - month;
  const share = ({ 2: 0.25, 1: 0.3, 0: 0.35, [-1]: 0.1 } as Record<number, number>)[ahead] ?? 0;
  return Math.round(campaign.cost * share);
}

/** Writes the campaigns that have begun, and what each cost, month by month. `scale` is how many times the sample's size a run has. */
export function writeCampaigns(out: Export, months: readonly Month[], scale: number): void {
  const today = localDayOf(out.asOf);
  const begin = localDayOf(months[0]!.from);
  for (const campaign of campaigns) {
    if (campaign.from > today) continue;
    let spent = 0;
    for (const { year, month } of months) {
      const first = dayOf(year, month, 1);
      const amount = Math.round(costIn(campaign, first) * scale);
      spent += amount;
      if (amount > 0)
        out.files.write('spend', {
          month: textOfDay(first),
          campaign_id: campaign.id,
          source: campaign.source,
          amount: amount.toFixed(2),
          currency: 'EUR',
        });
    }
    const from = Math.max(campaign.from, begin);
    const over = campaign.to !== null && campaign.to < today;
    const stamp = textOfInstant((from - 60) * 86_400 + 36_000);
    out.files.write('Campaign', {
      Id: campaign.id,
      IsDeleted: false,
      Name: campaign.name,
      ParentId: campaign.parent ?? '',
      Type: campaign.type,
      Status: over ? 'Completed' : 'In Progress',
      StartDate: textOfDay(from),
      EndDate: campaign.to === null ? '' : textOfDay(campaign.to),
      CurrencyIsoCode: 'EUR',
      BudgetedCost: decimal(Math.round((spent * 0.95) / 500) * 500),
      ActualCost: decimal(spent),
      IsActive: !over,
      OwnerId: marketers[1]!.id,
      CreatedDate: stamp,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
  }
}
