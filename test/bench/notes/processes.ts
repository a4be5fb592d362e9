import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';

/** A server under measurement, in a process of its own. */
export interface Server {
  url: string;
  pid: number;
  /** Has it collect its garbage. */
  collect(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `servers/<file>` and waits for the line `listening`. */
export async function startServer(file: string, port: number, env: Record<string, string>): Promise<Server> {
  const script = new URL(`servers/${file}`, import.meta.url).pathname;
  const child = spawn(process.execPath, ['--expose-gc', script], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await says(child, 'listening', file);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    pid: child.pid!,
    async collect() {
      child.kill('SIGUSR2');
      await says(child, 'collected', file);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM')
  };
}

function says(child: ChildProcess, word: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const early = (code: number | null) => reject(new Error(`${file} ended with ${code} before “${word}”.`));
    const listen = (chunk: Buffer) => {
      if (!String(chunk).includes(word)) return;
      child.stdout!.off('data', listen);
      child.off('exit', early);
      resolve();
    };
    child.stdout!.on('data', listen);
    child.once('exit', early);
  });
}

/** CPU time of a process and all its threads so far, in microseconds (proc_pid_schedstat: nanoseconds on a CPU). */
export function cpuOf(pid: number): number {
  let nanoseconds = 0;
  for (const task of list(`/proc/${pid}/task`)) {
    nanoseconds += Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0]);
  }
  return nanoseconds / 1000;
}

/** CPU time of a PostgreSQL server with all its processes, in microseconds, those that ended left out. */
export function cpuOfDatabase(postmaster: number): number {
  const backends = list('/proc').filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster
  );
  return [postmaster, ...backends.map(Number)].reduce((sum, pid) => sum + cpuOf(pid), 0);
}

/** Bytes a process holds in memory. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function list(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
