import type { RemoteFile } from '../connector.ts';
import { checkFound, isMeant, isPattern } from '../places/remote-names.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { askBucket, type Bucket } from './bucket.ts';
import { readXml, textOf, type Element } from './xml.ts';

/** A page of a list: the objects, and what leads to the next page. */
interface ListPage {
  readonly files: readonly RemoteFile[];
  readonly next: string | null;
}

/** A thousand keys of the greatest length, with all that is told of them, escaped. */
const mostOfAPage = 16 * 1024 * 1024;

/**
 * The objects beneath the folder that one of `fetches` means. S3 lists by how keys begin: what stands before the first `*` is asked for, and where no
 * folder is left open, what lies deeper is left out there.
 */
export async function filesFor(bucket: Bucket, wanted: string): Promise<readonly RemoteFile[]> {
  const found: RemoteFile[] = [];
  for await (const { files } of pagesOf(bucket, wanted)) {
    for (const file of files) {
      // A key that ends in a slash stands for a folder, and holds nothing.
      if (file.name.endsWith('/')) continue;
      checkFound(wanted, file.name, bucket.connection.placeOf('fetches'));
      if (isMeant(wanted, file.name)) found.push(file);
    }
    // Of all keys that begin so, the one that ends there is the first.
    if (!isPattern(wanted)) break;
  }
  return found;
}

async function* pagesOf(bucket: Bucket, wanted: string): AsyncGenerator<ListPage> {
  const { folder } = bucket.connection;
  const beneath = folder === '' ? '' : `${folder}/`;
  const fixed = wanted.split('*')[0] ?? '';
  const isFlat = isPattern(wanted) && !wanted.slice(wanted.indexOf('*')).includes('/');
  const query = {
    'list-type': '2',
    'encoding-type': 'url',
    prefix: beneath + fixed,
    ...(isFlat ? { delimiter: '/' } : {}),
    ...(isPattern(wanted) ? {} : { 'max-keys': '1' }),
  };
  const known = new Set<string>();
  let token: string | null = null;
  do {
    const asked: Readonly<Record<string, string>> = token === null ? query : { ...query, 'continuation-token': token };
    const page = await pageOf(bucket, asked, beneath);
    yield page;
    token = page.next;
    if (token !== null && known.has(token)) throw new PullFault('machine', 'the list of the bucket leads in a circle');
    if (token !== null) known.add(token);
  } while (token !== null);
}

async function pageOf(bucket: Bucket, query: Readonly<Record<string, string>>, beneath: string): Promise<ListPage> {
  const { bucket: name, address } = bucket.connection;
  const answer = await askBucket(bucket, { query, what: `the list of the bucket "${name}"` });
  const text = await answer.text(mostOfAPage);
  const list = readXml(text);
  if (list?.name !== 'ListBucketResult') {
    // A page for people is told from a list that came damaged.
    if (!/^\s*<(?:!doctype\s+html|html[\s>])/i.test(text))
      throw new Passing(`the list of the bucket "${name}" came damaged from ${address.host}`);
    const says = `${address.host} sends a web page in place of the bucket's list`;
    throw new PullFault(
      'input',
      says,
      'write the address that speaks S3, not that of the web site',
      bucket.connection.placeOf('at'),
    );
  }
  const isEscaped = textOf(list, 'EncodingType') === 'url';
  const objects = list.children.filter((child) => child.name === 'Contents');
  return {
    files: objects.flatMap((object) => fileOf(object, beneath, isEscaped)),
    next: textOf(list, 'IsTruncated') === 'true' ? textOf(list, 'NextContinuationToken') : null,
  };
}

function fileOf(object: Element, beneath: string, isEscaped: boolean): readonly RemoteFile[] {
  const written = textOf(object, 'Key') ?? '';
  const key = isEscaped ? unescaped(written) : written;
  if (!key.startsWith(beneath)) return [];
  const bytes = Number(textOf(object, 'Size') ?? Number.NaN);
  const modified = Date.parse(textOf(object, 'LastModified') ?? '') / 1000;
  const name = key.slice(beneath.length);
  const version = textOf(object, 'ETag');
  return [
    {
      name,
      bytes: Number.isSafeInteger(bytes) ? bytes : null,
      modified: Number.isNaN(modified) ? null : modified,
      version: version === '' ? null : version,
    },
  ];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
