declare module 'subset-font' {
  /** The part of a font that the letters of a text need; each axis that is named is pinned to its value. */
  function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Buffer>;
  export { subsetFont as default };
}
