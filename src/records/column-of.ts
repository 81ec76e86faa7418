/** A field's or a kind's name as the store says it: `do not contact` is `do_not_contact`. */
export function columnOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}
