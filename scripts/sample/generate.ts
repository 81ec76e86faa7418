import { diceOf } from './chance.ts';
import { withDirt } from './dirt.ts';
import type { Export } from './export-form.ts';
import type { ExportFiles } from './export-files.ts';
import { localDayOf } from './berlin-time.ts';
import type { LeadLife } from './lead-life.ts';
import { almostQualifiedLead, qualifiedLeads } from './leads.ts';
import { doubleOf, heldBackLead, mergedInto, otherLead } from './other-leads.ts';
import { planOf, type Month, type Task } from './plan.ts';
import { idCounter } from './salesforce-id.ts';
import { shareOf, visitsOf, type Visit } from './visits.ts';
import { writeCampaigns, writePeople } from './write-directory.ts';
import { writeLead } from './write-lead.ts';
import { writeImported, writeOne, writeOutbound } from './write-sale.ts';

/**
 * Writes a made-up company, one lead's whole life at a time, so that memory stays the same at any size.
 * `progress` hears how many leads are written, every thousand.
 */
export function generate(task: Task, files: ExportFiles, progress: (leads: number) => void): void {
  const out: Export = { files: withDirt(files), idOf: idCounter(), asOf: task.asOf, today: localDayOf(task.asOf) };
  const { months, scale } = planOf(task);
  writePeople(out);
  writeCampaigns(out, months, scale);
  let number = 0;
  for (const next of livesOf(task, months)) {
    next(out, number);
    if (++number % 1000 === 0) progress(number);
  }
  progress(number);
}

/** Writes one life; `number` counts the lives of a run. */
type Life = (out: Export, number: number) => void;

/** The lives of a company, month by month; then those that went another way than both teams had planned. */
function* livesOf(task: Task, months: readonly Month[]): Generator<Life> {
  const start = months[0]!.from;
  for (let index = 0; index < months[0]!.qualified * 1.3; index++)
    yield (out, number) => writeImported(task, out, start, number);
  for (const month of months) {
    for (const visits of visitsOf(months, month))
      yield (out, number) => {
        const luck = shareOf(task, visits[1] ?? visits[0], 7);
        for (const life of qualifiedLeads(task, number, visits, start)) writeWithCompany(task, out, life, number, luck);
      };
    for (let index = 0; index < month.almost; index++) yield almost(task, { month, index, of: month.almost }, start);
    for (let index = 0; index < month.others; index++)
      yield (out, number) => writeOne(task, out, otherLead(task, month, number), number, 1);
    for (let index = 0; index < month.outbound; index++) yield (out, number) => writeOutbound(task, out, month, number);
  }
  for (const month of months) yield* laterLivesOf(task, month, start);
}

/** More lives of a month, which are written when all months are. */
function* laterLivesOf(task: Task, month: Month, start: number): Generator<Life> {
  const { almost: more, outbound, heldBack } = month.later;
  for (let index = 0; index < more; index++) yield almost(task, { month, index, of: more }, start);
  for (let index = 0; index < outbound; index++) yield (out, number) => writeOutbound(task, out, month, number);
  for (let index = 0; index < heldBack; index++)
    yield (out, number) =>
      writeOne(
        task,
        out,
        heldBackLead(task, month, number),
        number,
        diceOf(task.seed, 11, number).chance(0.62) ? 0 : 1,
      );
}

/** The life of a lead that was handed over although the agreed term leaves it out. */
function almost(task: Task, place: Omit<Visit, 'answer'>, start: number): Life {
  return (out, number) => {
    const { life, luck } = almostQualifiedLead(task, number, place, start);
    writeOne(task, out, life, number, luck);
  };
}

/** Writes a lead with those who belong to it: a record merged into it, or a second one of the same person. */
function writeWithCompany(task: Task, out: Export, life: LeadLife, number: number, luck: number): void {
  const dice = diceOf(task.seed, 9, number);
  const lead = writeOne(task, out, life, number, luck);
  if (lead === null) return;
  if (dice.chance(0.015)) {
    const merged = mergedInto(life, dice);
    writeLead(out, merged, dice, { conversion: null, mergedInto: lead });
  } else if (dice.chance(0.02)) {
    const double = doubleOf(life, dice);
    if (double.created < out.asOf) writeLead(out, double, dice, { conversion: null });
  }
}
