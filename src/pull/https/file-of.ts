import type { RemoteFile } from '../connector.ts';
import { isPacked, lengthOf } from '../places/http-answer.ts';

/**
 * What the headers of an answer tell of a file. Its version is its ETag (RFC 9110, 8.8.3), else the time at which it was changed; null where the
 * server tells neither: such a file is fetched each time.
 */
export function fileOf(name: string, response: Response): RemoteFile {
  const { headers } = response;
  const range = response.status === 206 ? rangeOf(response) : null;
  const changed = headers.get('last-modified');
  const instant = changed === null ? Number.NaN : Date.parse(changed) / 1000;
  return {
    name,
    bytes: range ? range.total : lengthOf(response),
    modified: Number.isNaN(instant) ? null : instant,
    version: headers.get('etag') ?? (Number.isNaN(instant) ? null : changed),
  };
}

/**
 * What a server may hold a range against (RFC 9110, 13.1.5): a strong ETag or a date. Null: the file is begun anew, as two of its pieces might be of
 * different versions.
 */
export function resumesBy({ version }: RemoteFile): string | null {
  return version === null || /^W\//i.test(version) ? null : version;
}

/** What `Content-Range` says (RFC 9110, 14.4): `bytes 100-199/1000`, or with 416 `bytes *\/1000`; null where there is none. */
export function rangeOf({ headers }: Response): { readonly from: number | null; readonly total: number | null } | null {
  const said = /^bytes (?:(\d{1,15})-\d{1,15}|\*)\/(?:(\d{1,15})|\*)$/.exec(headers.get('content-range')?.trim() ?? '');
  if (!said || isPacked(headers)) return null;
  return { from: numberOf(said[1]), total: numberOf(said[2]) };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
