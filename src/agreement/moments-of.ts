import type { Moment, Told, When } from '../values/tree.ts';

/** The moments that are named where something lies. */
export function momentsOf(when: When): readonly Moment[] {
  switch (when.when) {
    case 'window':
      return [when.window.anchor];
    case 'order':
      return [when.than];
    case 'between':
      return [when.from, when.to];
  }
}

/** What is told in a moment: itself, or those that it is made of. */
export function toldIn(moment: Moment): readonly Told[] {
  switch (moment.moment) {
    case 'told':
      return [moment.told];
    case 'edge':
      return toldIn(moment.of);
    case 'beyond':
      return [...toldIn(moment.one), ...toldIn(moment.other)];
    default:
      return [];
  }
}
