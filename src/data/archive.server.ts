import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBuffer, open, type Entry, type Options, type ZipFile } from 'yauzl';
import { manifestFile, papersFile, peopleFile, tableOf } from '#data/format.ts';
import { Invalid } from '../failures.ts';

/**
 * What an archive may hold at most: bytes once unpacked, of one file, and files; characters of a name; and how many times
 * its own size it may unpack to, once that is more than a few bytes. Exports come to about twenty times.
 */
const most = { bytes: 2 ** 30, fileBytes: 2 ** 27, files: 20_000, name: 1_000, times: 200 };
const fewBytes = 2 ** 24;

/** The archive of a group, of which nothing is believed. Nothing of it is ever written to disk. */
export class Archive {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Reads the archive's directory.
   * @param source its bytes, or the path of a file
   * @throws Invalid for what is no archive, too large, or has files that an export does not have
   */
  static async open(source: Buffer | string): Promise<Archive> {
    const zip = await opened(source);
    try {
      return new Archive(zip, await directory(zip));
    } catch (cause) {
      zip.close();
      throw cause;
    }
  }

  close(): void {
    this.zip.close();
  }

  /** The names of the files with rows of a table, in order. */
  filesOf(table: string): string[] {
    return [...this.entries.keys()].filter((name) => tableOf(name) === table).sort();
  }

  /** The tables it has rows of. */
  tables(): Set<string> {
    return new Set([...this.entries.keys()].flatMap((name) => tableOf(name) ?? []));
  }

  /** The text of a file. @throws Invalid when it is not there, or not what the directory says */
  async read(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (!entry) throw refused(`It has no ${name}.`);
    try {
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
        this.zip.openReadStream(entry, (cause, found) => (cause ? reject(cause) : resolve(found)))
      );
      const bytes = await buffer(stream);
      if (crc32(bytes) !== entry.crc32) throw new Error('its sum is another');
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw refused(`${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
    }
  }
}

/** A sentence about an archive that is not taken. */
export function refused(why: string): Invalid {
  const sentence = `This is not an export of a group that can be brought in. ${why} Nothing was changed.`;
  return new Invalid({ file: sentence });
}

async function opened(source: Buffer | string): Promise<ZipFile> {
  const options: Options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  return new Promise((resolve, reject) => {
    const done = (cause: Error | null, zip: ZipFile) =>
      cause ? reject(refused(`${cause.message}.`)) : resolve(zip);
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let [bytes, packed] = [0, 0];
  return new Promise((resolve, reject) => {
    if (zip.entryCount > most.files) return reject(refused('It has more files than a group has.'));
    zip.on('error', (cause: Error) => reject(refused(`${cause.message}.`)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName;
      bytes += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (name.length > most.name) return reject(refused('It has a name that is too long.'));
      if (bytes > most.bytes || entry.uncompressedSize > most.fileBytes)
        return reject(refused('Unpacked it would be larger than a group is.'));
      if (bytes > fewBytes && bytes > most.times * packed)
        return reject(refused(`It unpacks to more than ${most.times} times its size.`));
      if (entries.has(name)) return reject(refused(`It has ${name} twice.`));
      if (!isOurs(name)) return reject(refused(`It has a file that an export does not have: ${name}.`));
      entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function isOurs(name: string): boolean {
  return (
    [manifestFile, peopleFile, papersFile].includes(name) ||
    tableOf(name) !== null ||
    /^notes\/[^/]+\.md$/.test(name)
  );
}
