/** A small file that was read whole, under the path that problems name. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
