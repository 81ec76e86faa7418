/**
 * How wide the site's sans, and its serif, set each character, in thousandths of its height. Measured from the package's own font files in Chromium
 * (measureText at 1000 px, without kerning, figures tabular); a browser test holds them against what a page shows.
 */

/** How a text is set: the sans at 400, or at 650 as values, names of panels and the newest period are; or the serif, at 600, of what we say. */
export type Weight = 'regular' | 'bold' | 'serif';

/** From the blank to the tilde, in the order of their code points. */
const printable = {
  regular:
    '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497',
  bold: '200 328 510 521 520 849 653 288 334 334 447 520 288 327 288 341 520 520 520 520 520 520 520 520 520 520 288 288 520 520 520 454 889 565 601 579 630 543 517 633 668 292 501 606 510 754 661 679 589 679 602 550 551 660 546 807 554 513 541 334 341 334 520 500 552 522 568 465 568 512 329 527 565 269 270 535 279 850 566 552 568 568 386 437 372 562 509 762 497 508 452 334 261 334 520',
  serif:
    '228 314 423 544 538 949 739 206 384 384 458 548 307 335 307 364 547 547 547 547 547 547 547 547 547 547 307 307 548 548 548 430 867 712 668 663 744 634 610 725 809 387 394 726 616 930 757 742 637 742 707 560 650 757 706 1020 678 667 592 356 364 356 548 528 400 554 630 527 623 540 374 573 650 336 313 615 337 961 652 590 632 613 475 475 368 640 581 850 585 592 497 365 301 365 548',
} as const satisfies Record<Weight, string>;

/** What else stands in names and numbers: character, regular, bold, serif. Letters with accents are as wide as without. */
const others =
  '£ 497 520 539; ¥ 497 521 538; § 497 520 514; © 744 749 750; « 429 468 572; ° 331 357 344; ± 497 520 548; · 249 288 307; » 429 468 572; ¼ 781 802 918; ½ 808 836 949; ¾ 796 812 918; × 497 520 548; Æ 822 840 943; Ø 664 679 742; Þ 583 609 638; ß 576 618 656; æ 778 781 831; ð 544 555 577; ø 542 552 590; þ 555 568 622; ÷ 497 520 548; ı 247 269 336; Ł 500 533 616; ł 298 344 337; Œ 847 865 969; œ 839 826 910; Đ 635 650 744; đ 562 568 623; – 480 480 528; — 800 800 828; ‘ 249 288 236; ’ 249 288 236; “ 426 510 460; ” 426 510 459; „ 426 510 459; † 500 500 521; • 304 335 320; … 948 971 853; € 497 521 538; − 497 520 548; → 1000 1000 1000';

const table = (weight: Weight): ReadonlyMap<string, number> =>
  new Map([
    ...printable[weight]
      .split(' ')
      .map((width, index): [string, number] => [String.fromCharCode(32 + index), Number(width)]),
    ...others.split('; ').map((row): [string, number] => {
      const [character = '', regular, bold, serif] = row.split(' ');
      return [character, Number({ regular, bold, serif }[weight])];
    }),
  ]);
const tables = { regular: table('regular'), bold: table('bold'), serif: table('serif') } as const satisfies Record<
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
  return weight === 'regular' ? width : width * heavier;
}
