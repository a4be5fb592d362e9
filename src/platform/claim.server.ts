import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#platform/start.ts';

const claimFile = 'colloquy.pid';

/**
 * Claims a data folder for this process with a file that names it.
 * @returns what gives the claim up again
 * @throws CannotStart when a living process holds it
 */
export function claimFolder(folder: string): () => void {
  const file = path.join(folder, claimFile);
  const mine = `${process.pid} ${birthOf(process.pid)}`;
  for (;;) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => {
        if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === mine) fs.rmSync(file);
      };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
    const holder = fs.readFileSync(file, 'utf8');
    if (isAlive(holder)) {
      throw new CannotStart(
        `Another Colloquy (process ${holder.split(' ')[0]}) is running on ${folder}. ` +
          'Stop it, or give this one a DATA_DIR and PORT of its own.'
      );
    }
    fs.rmSync(file, { force: true });
  }
}

/** Whether a living process has claimed the folder. */
export function isClaimed(folder: string): boolean {
  const file = path.join(folder, claimFile);
  return fs.existsSync(file) && isAlive(fs.readFileSync(file, 'utf8'));
}

function isAlive(holder: string): boolean {
  const [pid, birth] = holder.split(' ');
  if (!pid || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  return birthOf(Number(pid)) === birth;
}

/**
 * When a process began, in clock ticks since the machine did (field 22 of proc_pid_stat(5)), since numbers are given
 * out again; empty where the system does not tell.
 */
function birthOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
