import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A ZIP's file as its bytes stand: written and read in the shortest way, apart from the product's own. */
export function packed(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const body = deflateRawSync(content);
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, named, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, tail, named]));
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const entry = Buffer.from('PK\u0001\u0002');
const directoryEnd = Buffer.from('PK\u0005\u0006');

/** What a ZIP holds, or those of its files that are wanted. @throws where these are not sound. */
export function unpacked(zip: Buffer, isWanted = (_: string): boolean => true): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.lastIndexOf(directoryEnd) + 16);
  while (zip.subarray(at, at + 4).equals(entry)) {
    const [named, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + named);
    if (!name.endsWith('/') && isWanted(name)) files.set(name, contentOf(zip, at));
    at += 46 + named + extra + comment;
  }
  return files;
}

function contentOf(zip: Buffer, entryAt: number): Buffer {
  const local = zip.readUInt32LE(entryAt + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const body = zip.subarray(from, from + zip.readUInt32LE(entryAt + 20));
  return zip.readUInt16LE(entryAt + 10) === 0 ? Buffer.from(body) : inflateRawSync(body);
}
