import { dateOf, textOfDay, textOfInstant } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import type { Conversion, Export } from './export-form.ts';
import { workdayFrom } from './office.ts';
import type { Person } from './person.ts';

/** Writes a company and a person there as a customer to be; says their ids. `since` is the local day on which it was won, or null. */
export function writeCustomer(
  out: Export,
  person: Person,
  at: number,
  owner: string,
  since: number | null,
  dice: Dice,
): Omit<Conversion, 'opportunity'> {
  const [account, contact] = [out.idOf('account'), out.idOf('contact')];
  const stamp = textOfInstant(at);
  const onboarded = since === null ? null : onboardedOn(since, dice);
  out.files.write('Account', {
    Id: account,
    IsDeleted: false,
    Name: person.company,
    Type: since === null ? 'Prospect' : 'Customer',
    Industry: person.industry,
    NumberOfEmployees: person.size === null ? '' : String(person.size),
    BillingCountry: person.country,
    Region__c: person.region,
    Customer_Since__c: since === null ? '' : textOfDay(since),
    Onboarded_On__c: onboarded === null || onboarded > out.today ? '' : textOfDay(onboarded),
    OwnerId: owner,
    CreatedDate: stamp,
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
  writeContact(out, contact, account, person, at, dice);
  return { account, contact };
}

/** The day from which a customer works with what it bought: mostly within 60 days; in 2026 it takes longer. A few never get there. */
function onboardedOn(won: number, dice: Dice): number | null {
  if (dice.chance(0.06)) return null;
  const slow = dice.chance(dateOf(won).year < 2026 ? 0.12 : 0.5);
  return workdayFrom(won + (slow ? dice.whole(62, 110) : dice.whole(16, 56)));
}

/** Writes one more person at an account. */
export function writeContact(out: Export, id: string, account: string, person: Person, at: number, dice: Dice): void {
  const stamp = textOfInstant(at);
  out.files.write('Contact', {
    Id: id,
    IsDeleted: false,
    AccountId: account,
    LastName: person.last,
    FirstName: person.first,
    Email: person.email,
    Phone: person.phone,
    Title: person.title,
    Buying_Role__c: dice.pick(['Decision maker', 'Influencer', 'User', '']),
    CreatedDate: stamp,
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
}
