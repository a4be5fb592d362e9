import fs from 'node:fs';
import process from 'node:process';
import * as accounts from '#accounts/accounts.server.ts';
import { check, type Check } from '#notes/log.server.ts';
import { backup, restore, type WaitingJob } from '#platform/backup.server.ts';
import { transaction } from '#platform/database.server.ts';
import { closeJobs, openJobs, requestJob } from '#platform/jobs.server.ts';
import { migrate, migrateTo } from '#platform/migrations.server.ts';
import { CannotStart } from '#platform/start.ts';

/* Backup, restore and check, as the operator asks for them. */

/** In place of a file: standard input or output. */
const standard = '-';

/** Writes a backup; under another name until it is whole, and readable by its owner only. */
export async function writeBackup(file: string): Promise<object | void> {
  if (file === standard) {
    const extent = await backup(process.stdout);
    await noteBackup();
    // What is written there is the backup; what there is to say goes beside it.
    console.error(JSON.stringify(extent));
    return;
  }
  if (fs.existsSync(file)) throw new CannotStart(`${file} is there already. Give the backup another name.`);
  const unfinished = `${file}.unfinished`;
  try {
    const extent = await backup(fs.createWriteStream(unfinished, { mode: 0o600, flush: true }));
    fs.renameSync(unfinished, file);
    await noteBackup();
    return { file, bytes: fs.statSync(file).size, ...extent };
  } catch (cause) {
    fs.rmSync(unfinished, { force: true });
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code?.startsWith('E'))
      throw new CannotStart(`The backup could not be written: ${message}`, { cause });
    throw cause;
  }
}

/** A backup that is whole is one, also of a standby that takes no writing, or of tables that know no acts yet. */
async function noteBackup(): Promise<void> {
  await transaction((tx) => accounts.record(tx, null, 'backup.make')).catch((cause: Error) =>
    console.error(`The backup is whole; it could not be noted in the log: ${cause.message}`)
  );
}

/** Restores a backup, brings its tables up to date and checks every note. */
export async function restoreFrom(file: string): Promise<object> {
  if (file !== standard && !fs.existsSync(file)) throw new CannotStart(`There is no file ${file}.`);
  const source = file === standard ? process.stdin : fs.createReadStream(file);
  const { waiting, ...extent } = await restore(source, migrateTo);
  await migrate();
  await askAgain(waiting);
  await transaction((tx) => accounts.record(tx, null, 'backup.restore', { about: extent.takenAt }));
  return { ...extent, checked: judged(await check()) };
}

/** Re-reads the log of every note. */
export async function checkNotes(): Promise<Check> {
  return judged(await check());
}

/** Work that was asked for and not yet done when the backup was taken. */
async function askAgain(waiting: readonly WaitingJob[]): Promise<void> {
  if (waiting.length === 0) return;
  await openJobs([]);
  try {
    for (const { name, data, startAfter, key } of waiting)
      await requestJob(name, data, { at: new Date(startAfter), ...(key && { key }) });
  } finally {
    await closeJobs();
  }
}

function judged(found: Check): Check {
  if (found.faults.length > 0) process.exitCode = 1;
  return found;
}
