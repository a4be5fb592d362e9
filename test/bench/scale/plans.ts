import fs from 'node:fs';
import path from 'node:path';
import { driver } from '#platform/database.server.ts';

/** A statement that took long, with its plan as PostgreSQL ran it. */
export interface SlowStatement {
  text: string;
  /** How often it took longer than the bound, and how long at the most, in milliseconds. */
  times: number;
  longest: number;
  /** Of the longest run. */
  plan: string;
}

/** Has PostgreSQL log the plan of each statement above so many milliseconds, for connections made from now on. */
export async function watchPlans(milliseconds: number | null): Promise<void> {
  const sql = driver();
  const [{ name }] = (await sql`select current_database() as name`) as [{ name: string }];
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': `${milliseconds}ms`,
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'off'
  };
  for (const [setting, value] of Object.entries(settings)) {
    await sql.unsafe(
      milliseconds === null
        ? `alter database "${name}" reset ${setting}`
        : `alter database "${name}" set ${setting} = '${value}'`
    );
  }
}

/** How far the log of the embedded server has grown. */
export function endOfLog(folder: string): number {
  return fs.statSync(path.join(folder, 'postgres.log')).size;
}

/** The slow statements that the log tells of since it was so long, the slowest first. */
export function slowStatements(folder: string, since: number): SlowStatement[] {
  const said = fs.readFileSync(path.join(folder, 'postgres.log')).subarray(since).toString();
  const found = new Map<string, SlowStatement>();
  const entry = /duration: ([\d.]+) ms {2}plan:\n\tQuery Text: ((?:.*\n)(?:\t.*\n)*)/g;
  for (const [, duration = '0', body = ''] of said.matchAll(entry)) {
    const lines = body.split('\n').map((line) => line.replace(/^\t/, ''));
    const planAt = lines.findIndex((line) => /\(cost=/.test(line));
    const text = lines
      .slice(0, planAt)
      .join(' ')
      .replace(/Query Parameters:.*/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const took = Number(duration);
    const known = found.get(text) ?? { text, times: 0, longest: 0, plan: '' };
    found.set(text, {
      text,
      times: known.times + 1,
      longest: Math.max(known.longest, took),
      plan: took > known.longest ? lines.slice(planAt).join('\n').trimEnd() : known.plan
    });
  }
  return [...found.values()].sort((one, other) => other.longest - one.longest);
}
