/** The marks of findings, as what stands inside of an `<svg>` of 20 by 20: a shape each, so that none is told by its colour alone. */
export const markShapes = {
  kept: '<circle class="m-kept" cx="10" cy="10" r="9" /><path class="glyph" d="M5.6 10.3l3 3 5.8-6.3" />',
  slipping:
    '<path class="m-slipping" d="M10 1.2L19.6 18.4H.4Z" /><path class="glyph on-slipping" d="M10 7.2v5" /><circle class="dot on-slipping" cx="10" cy="15.2" r="1.25" />',
  broken:
    '<rect class="m-broken" x="1.5" y="1.5" width="17" height="17" /><path class="glyph" d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8" />',
  none: '<circle class="m-none" cx="10" cy="10" r="7.5" />',
  draft: '<circle class="m-draft" cx="10" cy="10" r="7.5" />',
} as const satisfies Record<string, string>;

export type MarkShape = keyof typeof markShapes;
