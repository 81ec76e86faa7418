import type { ValueType } from '../values/tree.ts';

/** How a column of facts keeps values of a type. */
export const columnType = (type: ValueType | undefined): string => {
  switch (type?.is) {
    case 'number':
    case 'duration':
      return 'double precision';
    case 'money':
    case 'yes-no':
      return 'bigint';
    default:
      return 'text';
  }
};
