import { expect, test } from 'vitest';
import { DrawnDocument } from '../../../src/charts/drawing-document.ts';

const drawn = new DrawnDocument();
const element = (name: string, attributes: Record<string, string> = {}) => {
  const made = drawn.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

test('colours and fonts are dropped, coordinates have one decimal, other attributes keep theirs', () => {
  const line = element('line', {
    stroke: 'red',
    x1: '10.26',
    transform: 'translate(0,0)',
    class: 'grid',
    'data-of': '0.123',
  });
  expect(line.written()).toBe('<line data-of="0.123" class="grid" x1="10.3" />');
});

test('the class of a group of words is each word’s own', () => {
  const group = element('g', { class: 'tick' });
  const text = element('text', { x: '1' });
  text.textContent = '50%';
  group.appendChild(text);
  expect(group.written()).toBe('<g><text class="tick" x="1">50%</text></g>');
});

test('what could be markup stays text; a style sheet is left out', () => {
  const group = element('g', { 'data-of': '"<' });
  group.appendChild(element('style'));
  const title = element('title');
  title.textContent = 'R&D <b>';
  group.appendChild(title);
  expect(group.written()).toBe('<g data-of="&quot;&lt;"><title>R&amp;D &lt;b&gt;</title></g>');
});

test('an element is put before another, or last', () => {
  const svg = element('svg');
  const last = svg.appendChild(element('rect'));
  svg.insertBefore(element('line'), last);
  expect(svg.written()).toBe('<svg><line /><rect /></svg>');
});
