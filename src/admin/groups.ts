import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { eq } from 'drizzle-orm';
import * as data from '#data/data.server.ts';
import { group } from '#groups/schema.ts';
import { database } from '#platform/database.server.ts';
import { CannotStart } from '#platform/start.ts';
import { zip } from '#platform/zip.ts';

/* A group, out of this installation and into it, as the operator asks for it. */

/** Writes a group's archive. */
export async function writeGroup(slug: string, file: string): Promise<void> {
  const [found] = await database().select({ id: group.id }).from(group).where(eq(group.slug, slug));
  if (!found) throw new CannotStart(`There is no group ${slug}.`);
  if (fs.existsSync(file)) throw new CannotStart(`${file} is there already. Give the archive another name.`);
  await pipeline(zip(data.exportById(found.id)), fs.createWriteStream(file, { mode: 0o600 }));
  console.log(JSON.stringify({ file, bytes: fs.statSync(file).size }));
}

/** Brings a group in. */
export async function bringGroup(file: string): Promise<void> {
  if (!fs.existsSync(file)) throw new CannotStart(`There is no file ${file}.`);
  console.log(JSON.stringify(await data.importGroup(null, file)));
}
