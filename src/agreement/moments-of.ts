import type { Moment, When } from '../values/tree.ts';

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
