/** The states that a figure may be in, and why some forms have no such state. */
import type { Figure } from '../../src/values/figure.ts';

export type Form = Figure['figure'];

/** Every form is drawn in every one of these, or `noSuchState` tells why it can't be. */
export const states = [
  'as usual', 'empty', 'one point', 'not known', 'running', 'maturing', 'waiting', 'notes', 'change of wording', 'new target', 'usual range',
  'negative', 'huge', 'tiny', 'ten years', 'twelve members', 'right-to-left names', 'long names',
] as const; // prettier-ignore

export type State = (typeof states)[number];

/** The made-up figures of a form, by state. Further ones are named for what is special in them: `usual range: past the scale`. */
export type Figures<F extends Figure> = Readonly<Partial<Record<State | `${State}: ${string}`, F>>>;

const onePeriod = 'it shows one period';
const noAxis = 'no axis of time is drawn';
const noMembers = 'it shows one number, not its parts';
const noNames = 'no name in it comes from a company';
const noTarget = 'no agreed level is drawn in it';
const oneTarget = 'one period has one agreed level';
const counted = 'it counts records, and there are no fewer than none';
const apart = 'what runs or ripens is told by the title; what is drawn looks the same';
const noNumber = 'no number is drawn in it';
const noRange = 'the usual range is drawn where one number is read over time';

export const noSuchState: Readonly<Record<Form, Partial<Record<State, string>>>> = {
  line: { 'twelve members': noMembers },
  columns: { 'twelve members': noMembers },
  outcomes: {
    'not known': counted, negative: counted, maturing: 'what ripens is drawn as what waits', 'new target': noTarget, 'usual range': noRange,
    'twelve members': noMembers, 'right-to-left names': noNames, 'long names': noNames,
  },
  ranked: {
    running: apart, maturing: apart, waiting: apart, notes: noAxis, 'change of wording': onePeriod, 'new target': oneTarget, 'usual range': noRange, 'ten years': onePeriod,
  },
  multiples: { notes: 'notes stand in the large drawing of the same number', 'usual range': noRange },
  bridge: {
    running: apart, maturing: apart, waiting: apart, notes: noAxis, 'change of wording': onePeriod, 'new target': noTarget, 'usual range': noRange, 'ten years': onePeriod,
  },
  spark: {
    notes: 'it has no words', 'new target': noTarget, 'twelve members': noMembers, 'right-to-left names': 'it has no words', 'long names': 'it has no words',
  },
  funnel: {
    running: apart, maturing: 'what ripens is drawn as what may still come', notes: noAxis, 'change of wording': onePeriod, 'new target': noTarget, 'usual range': noRange,
    negative: counted, 'ten years': onePeriod,
  },
  slope: {
    running: 'only periods that are over are compared', maturing: 'only periods that are over are compared', waiting: 'only periods that are over are compared', notes: 'it tells nothing of the time between',
    'change of wording': 'two wordings are not compared', 'new target': 'the level is that of the newer side', 'usual range': noRange, 'ten years': 'it shows two periods',
  },
  distribution: {
    running: apart, maturing: 'what ripens is drawn as what is not over yet', notes: noAxis, 'change of wording': onePeriod, 'new target': oneTarget, 'usual range': noRange,
    'ten years': onePeriod, 'twelve members': noMembers, 'right-to-left names': noNames, 'long names': noNames,
  },
  marks: {
    running: 'a period that runs has no mark', notes: 'notes stand in the large drawing of the same number', 'new target': 'each mark is judged by what was agreed then',
    'usual range': noRange, negative: noNumber, huge: noNumber, 'twelve members': noMembers, 'right-to-left names': noNames, 'long names': noNames,
  },
}; // prettier-ignore
