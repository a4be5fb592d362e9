import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as data from '#data/data.server.ts';
import type { Brought } from '#data/data.ts';
import { CannotStart } from '#platform/start.ts';
import { zip } from '#platform/zip.ts';

/* A group, out of this installation and into it, as the operator asks for it. */

/** Writes a group's archive. */
export async function writeGroup(slug: string, file: string): Promise<{ file: string; bytes: number }> {
  if (fs.existsSync(file)) throw new CannotStart(`${file} is there already. Give the archive another name.`);
  await pipeline(zip(await data.exportBySlug(slug)), fs.createWriteStream(file, { mode: 0o600 }));
  return { file, bytes: fs.statSync(file).size };
}

/** Brings a group in. */
export async function bringGroup(file: string): Promise<Brought> {
  if (!fs.existsSync(file)) throw new CannotStart(`There is no file ${file}.`);
  return data.importGroup(null, file);
}
