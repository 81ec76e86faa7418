import type { Dice } from './chance.ts';
import {
  companyEnds,
  companyForms,
  companyStarts,
  companyTowns,
  decidingTitles,
  firstNames,
  industries,
  lastNames,
  otherScripts,
  otherTitles,
  places,
} from './names.ts';

/** Someone who came to the company, or whom it went to. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly company: string;
  readonly country: string;
  readonly region: string;
  readonly industry: string;
  /** People at the company; null where nobody wrote it down. */
  readonly size: number | null;
}

/** Whether the agreed term for a qualified lead takes the person: big enough, or someone who decides; and no school. */
export type Standing = 'in the term' | 'too small' | 'a school' | 'any';

function placeOf(dice: Dice): (typeof places)[number] {
  let left = dice.next() * 100;
  for (const place of places) {
    left -= place[2];
    if (left < 0) return place;
  }
  return places[0];
}

/** A person with a company; `number` keeps e-mail addresses apart. */
export function personOf(dice: Dice, number: number, standing: Standing): Person {
  const [country, region] = placeOf(dice);
  const script = dice.chance(0.012) ? dice.pick(otherScripts) : null;
  const first = script?.[0] ?? dice.pick(firstNames);
  const last = script?.[1] ?? dice.pick(lastNames);
  const name = `${dice.pick(companyStarts)}${dice.pick(companyEnds)}`;
  const town = companyTowns[number % companyTowns.length];
  const company = script?.[3] ?? `${name} ${town} ${dice.pick(companyForms)}`;
  const { title, size } = postOf(dice, standing);
  const reach = (script?.[2] ?? `${first} ${last}`)
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase();
  return {
    first,
    last,
    title: dice.chance(0.004) ? `${title}\n(on leave until summer)` : title,
    company: dice.chance(0.004) ? `${company}\n${country}` : company,
    email: `${reach.trim().replaceAll(' ', '.')}.${number}@${name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()}.example`,
    phone: `+49 30 5550 ${String(number % 10_000).padStart(4, '0')}`,
    country,
    region,
    industry:
      standing === 'a school' ? 'Education' : dice.chance(0.03) && standing === 'any' ? '' : dice.pick(industries),
    size,
  };
}

function postOf(dice: Dice, standing: Standing): { title: string; size: number | null } {
  const big = Math.round(20 + 180 * dice.next() ** 3 + (dice.chance(0.12) ? dice.between(200, 4000) : 0));
  const small = dice.whole(2, 19);
  const deciding = dice.chance(0.35);
  const title = dice.pick(deciding ? decidingTitles : otherTitles);
  if (standing === 'too small') return { title: dice.pick(otherTitles), size: dice.chance(0.3) ? null : small };
  if (standing === 'any') return { title, size: dice.chance(0.06) ? null : dice.chance(0.5) ? big : small };
  if (standing === 'in the term' && dice.chance(0.14))
    return { title: dice.pick(decidingTitles), size: dice.chance(0.25) ? null : small };
  return { title, size: big };
}
