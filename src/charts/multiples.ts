import type { MultiplesFigure } from '../values/figure.ts';
import { identity } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import { drawPanel, panelForm, panelHeight } from './panel.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const gap = { desk: 28, phone: 18 } as const;
const most = { desk: 4, phone: 2 } as const;

/** The same small line for each member: its name, mark and value are the panel's title. */
export function drawMultiples(figure: MultiplesFigure, size: Size, id: string): string {
  const { panels, empty } = figure;
  const screen = size.narrow ? 'phone' : 'desk';
  const across = Math.min(most[screen], Math.max(2, panels.length));
  const width = (size.width - gap[screen] * (across - 1)) / across;
  const form = panelForm(figure, size, width);
  const marks = panels.flatMap((panel, index) =>
    drawPanel(figure, panel, size, form, {
      left: (index % across) * (width + gap[screen]),
      top: Math.floor(index / across) * panelHeight(form),
    }),
  );
  const height = Math.max(1, Math.ceil(panels.length / across)) * panelHeight(form);
  const area = { size, left: 0, right: size.width, top: 0, bottom: height };
  const options = { ...identity, width: size.width, height };
  const nothing = panels.length === 0 ? nothingKnown(area, empty) : [];
  return drawSvg({ ...options, marks: [...marks, ...nothing] }, { ...figure, id, narrow: size.narrow });
}
