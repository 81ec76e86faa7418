import { expect, test } from 'vitest';
import { gallery } from '../../../scripts/gallery/gallery.ts';
import { galleryPage } from '../../../scripts/gallery/page.ts';
import { noSuchState, states, type Form } from '../../../scripts/gallery/states.ts';
import { sizes } from '../../../src/charts/sizes.ts';

const forms = Object.keys(noSuchState) as Form[];
const stateOf = (state: string) => state.replace(/:.*/, '');

test('every form is drawn in every state, but where a reason says why it has none', () => {
  const drawn = new Set(gallery.map(({ form, state }) => `${form}, ${stateOf(state)}`));
  const missing = forms.flatMap((form) =>
    states
      .filter((state) => !drawn.has(`${form}, ${state}`) && !noSuchState[form][state])
      .map((state) => `${form}, ${state}`),
  );
  expect(missing).toEqual([]);
});

test('no reason is left for what is drawn, and no state is drawn that is not in the list', () => {
  const known = new Set<string>(states);
  expect(
    gallery.filter(({ state }) => !known.has(stateOf(state))).map(({ form, state }) => `${form}, ${state}`),
  ).toEqual([]);
  const needless = gallery.filter(({ form, state }) => stateOf(state) in noSuchState[form]);
  expect(needless.map(({ form, state }) => `${form}, ${state}`)).toEqual([]);
});

test('every figure has its table and is drawn for the smallest screens first', () => {
  for (const { form, state, figure, places } of gallery) {
    expect(figure.figure, state).toBe(form);
    expect(figure.table?.head.length, `${form}, ${state}`).toBeGreaterThan(1);
    expect(sizes[places[0]].width, `${form}, ${state}`).toBeLessThanOrEqual(288);
  }
});

test('the page shows each figure by its name, in both themes, with its words and its table', () => {
  const shown = gallery.filter(({ form, state }) => form === 'slope' && state === 'right-to-left names');
  const base =
    ':root { --ink: #111; --sans: Sans; } @media screen and (prefers-color-scheme: dark) { :root { --ink: #eee; } }';
  const page = galleryPage(shown, { base, fonts: '', tables: '', chart: '', gallery: '' });
  expect(page).toContain('.light { color-scheme: light; --ink: #111; }');
  expect(page).toContain('.dark { color-scheme: dark; --ink: #eee; }');
  expect(page).toContain('<h3>slope: right-to-left names</h3>');
  expect(page.match(/<svg /g)).toHaveLength(6);
  expect(page).toContain('<th scope="row">סמינר מקוון</th>');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(new Set(ids).size);
});
