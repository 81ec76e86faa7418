import { lab, rgb } from 'd3';

/**
 * What a reader without one kind of cones sees of a colour: on linear red, green and blue. From Machado, Oliveira and Fernandes, A Physiologically-based
 * Model for Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, severity 1.0.
 */
const cones = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export const readers = ['all cones', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Reader = (typeof readers)[number];

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const encoded = (part: number) => {
  const within = Math.min(1, Math.max(0, part));
  return within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
};

/** A colour as a reader sees it. */
export function seenBy(reader: Reader, colour: string): string {
  if (reader === 'all cones') return colour;
  const { r, g, b } = rgb(colour);
  const parts = [r, g, b].map((part) => linear(part / 255));
  const mixed = cones[reader].map((row) => row.reduce((sum, weight, index) => sum + weight * (parts[index] ?? 0), 0));
  const [red = 0, green = 0, blue = 0] = mixed.map((part) => encoded(part) * 255);
  return rgb(red, green, blue).formatHex();
}

/** How far two colours lie apart in CIE Lab, D50: 2 is just seen side by side; about 20 is told apart at a glance. */
export function distance(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

/** How light a colour is, from 0 to 100: what is left of it in grey print. */
export const lightness = (colour: string): number => lab(colour).l;
