import type { CreditModel } from '../values/breakdown.ts';

function modelWords(model: CreditModel): string {
  switch (model.model) {
    case 'recorded':
      return 'as recorded';
    case 'first touch':
    case 'last touch':
      return `by ${model.model}`;
    case 'even':
      return 'by even credit';
    case 'by position':
      return `by position ${model.first}/${model.between}/${model.last}`;
  }
}

/** The dimension under which a model's answer stands beside the agreed one: `campaign, by first touch`. */
export const creditDimension = (dimension: string, model: CreditModel): string => `${dimension}, ${modelWords(model)}`;
