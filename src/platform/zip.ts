import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into an archive. */
export interface ZipEntry {
  /** With `/` between folders, and unlike every other name in the archive. */
  name: string;
  content: string;
  modifiedAt: Date;
}

/* PKWARE, ".ZIP File Format Specification" 6.3.10, without its ZIP64 extensions: at most 65,535 files and 4 GiB. */
const version = 20;
/** Bit 11: names are in UTF-8. */
const flags = 0x0800;
const deflated = 8;
const mostEntries = 0xffff;
const mostBytes = 0xffffffff;

/** An archive piece by piece, holding one file in memory at a time. @throws RangeError when it grows too large */
export async function* zip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    if (directory.length === mostEntries) throw new RangeError('An archive holds at most 65,535 files.');
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const described = describe(content, packed, name, entry.modifiedAt);
    directory.push(listed(described, name, offset));
    offset += 4 + described.byteLength + name.byteLength + packed.byteLength;
    if (offset > mostBytes) throw new RangeError('An archive holds at most 4 GiB.');
    yield Buffer.concat([signature(0x04034b50), described, name, packed]);
  }
  const list = Buffer.concat(directory);
  yield Buffer.concat([list, end(directory.length, list.byteLength, offset)]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** What stands both before the file and in the directory. */
function describe(content: Buffer, packed: Buffer, name: Buffer, modifiedAt: Date): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(version, 0);
  bytes.writeUInt16LE(flags, 2);
  bytes.writeUInt16LE(deflated, 4);
  bytes.writeUInt16LE(timeOf(modifiedAt), 6);
  bytes.writeUInt16LE(dateOf(modifiedAt), 8);
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(packed.byteLength, 14);
  bytes.writeUInt32LE(content.byteLength, 18);
  bytes.writeUInt16LE(name.byteLength, 22);
  return bytes;
}

function listed(described: Buffer, name: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), made, described, place, name]);
}

function end(entries: number, bytes: number, offset: number): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(entries, 4);
  record.writeUInt16LE(entries, 6);
  record.writeUInt32LE(bytes, 8);
  record.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), record]);
}

/** MS-DOS knows pairs of seconds, and years from 1980 to 2107. */
function timeOf(at: Date): number {
  return (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
}

function dateOf(at: Date): number {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  return ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
}
