/** The drawings that a page may ask for. Text is never scaled: a page shows the drawing that fits. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** Where the line starts; tick labels stand left of it, on their grid lines. */
  readonly left: number;
  /** The margin that holds the labels of the line's end. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The text's height, and the value's. */
  readonly text: number;
  readonly loud: number;
  readonly narrow: boolean;
}

const desk = { left: 44, right: 128, top: 20, bottom: 26, text: 15, loud: 18, narrow: false } as const;
const phone = { width: 288, left: 40, right: 92, top: 20, bottom: 25, text: 14, loud: 17, narrow: true } as const;

/** In a row of a list, beside words: one drawing for every screen. */
const row = { width: 144, left: 8, right: 10, text: 15, loud: 18, narrow: true } as const;

/** `page` for a metric's own page, `off` for a full row, `pair` for half of one; each with its drawing for a phone; `row` for a number's year in a list, beside it its quarters. */
export const sizes = {
  page: { ...desk, width: 1072, height: 340 },
  off: { ...desk, width: 648, height: 268 },
  pair: { ...desk, width: 508, height: 222 },
  'page on a phone': { ...phone, height: 220 },
  'off on a phone': { ...phone, height: 206 },
  'pair on a phone': { ...phone, height: 178 },
  row: { ...row, height: 48, top: 8, bottom: 8 },
  'quiet row': { ...row, height: 28, top: 5, bottom: 5 },
  'quarters row': { ...row, width: 84, height: 48, top: 8, bottom: 8 },
  'quiet quarters row': { ...row, width: 84, height: 28, top: 5, bottom: 5 },
  marks: { ...desk, width: 460, height: 46, left: 10, right: 10, top: 0, bottom: 26, text: 15 },
  'marks on a phone': { ...phone, height: 44, left: 10, right: 10, top: 0, bottom: 25 },
  'marks in a table': { ...row, width: 112, height: 22, left: 8, right: 10, top: 0, bottom: 0 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
