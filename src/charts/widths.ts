/**
 * How wide the site's sans sets each character, in thousandths of its height. Measured from the package's own font files in Chromium
 * (measureText at 1000 px, without kerning, figures tabular); a browser test holds them against what a page shows.
 */

/** How heavy a text is set: 400, or 650 as values, names of panels and the newest period are. */
export type Weight = 'regular' | 'bold';

/** From the blank to the tilde, in the order of their code points. */
const printable = {
  regular:
    '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497',
  bold: '200 328 510 521 520 849 653 288 334 334 447 520 288 327 288 341 520 520 520 520 520 520 520 520 520 520 288 288 520 520 520 454 889 565 601 579 630 543 517 633 668 292 501 606 510 754 661 679 589 679 602 550 551 660 546 807 554 513 541 334 341 334 520 500 552 522 568 465 568 512 329 527 565 269 270 535 279 850 566 552 568 568 386 437 372 562 509 762 497 508 452 334 261 334 520',
} as const satisfies Record<Weight, string>;

/** What else stands in names and numbers: character, regular, bold. Letters with accents are as wide as without. */
const others =
  '£ 497 520; ¥ 497 521; § 497 520; © 744 749; « 429 468; ° 331 357; ± 497 520; · 249 288; » 429 468; ¼ 781 802; ½ 808 836; ¾ 796 812; × 497 520; Æ 822 840; Ø 664 679; Þ 583 609; ß 576 618; æ 778 781; ð 544 555; ø 542 552; þ 555 568; ÷ 497 520; ı 247 269; Ł 500 533; ł 298 344; Œ 847 865; œ 839 826; Đ 635 650; đ 562 568; – 480 480; — 800 800; ‘ 249 288; ’ 249 288; “ 426 510; ” 426 510; „ 426 510; † 500 500; • 304 335; … 948 971; € 497 521; − 497 520; → 1000 1000';

const table = (weight: Weight): ReadonlyMap<string, number> =>
  new Map([
    ...printable[weight]
      .split(' ')
      .map((width, index): [string, number] => [String.fromCharCode(32 + index), Number(width)]),
    ...others.split('; ').map((row): [string, number] => {
      const [character = '', regular, bold] = row.split(' ');
      return [character, Number(weight === 'bold' ? bold : regular)];
    }),
  ]);
const tables = { regular: table('regular'), bold: table('bold') } as const satisfies Record<
  Weight,
  ReadonlyMap<string, number>
>;

/** The font has no such letters, and a page falls back on one of the reader's: about as wide, rather too wide. */
const classes = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/\p{Extended_Pictographic}/u, 1300],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u, 1000],
  [/[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Cyrillic}\p{sc=Greek}]/u, 660],
  [/\p{Z}/u, 200],
] as const;
const unknown = 600;
/** A fallback's bold is wider. */
const heavier = 1.08;

/** In thousandths of the text's height. */
export function characterWidth(character: string, weight: Weight): number {
  const known = tables[weight].get(character) ?? tables[weight].get(character.normalize('NFD').charAt(0));
  if (known !== undefined) return known;
  const width = classes.find(([pattern]) => pattern.test(character))?.[1] ?? unknown;
  return weight === 'bold' ? width * heavier : width;
}
