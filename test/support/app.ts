import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** The real application in a process of its own, with a data folder of its own unless one is named. */
export interface App {
  url: string;
  port: number;
  dataDir: string;
  process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Stops it in order. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would; its data folder stays, for `startApp({ dataDir })`. */
  kill(): Promise<void>;
}

export interface AppOptions {
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
  args?: string[];
  /** Where it listens. */
  host?: string;
  /** A command that starts another, such as `ip netns exec NAME`. */
  within?: string[];
}

/** Starts the application and waits until it says it is ready. @throws Error with its output when it ends before */
export async function startApp({
  dataDir,
  port,
  env = {},
  args = [],
  host = '127.0.0.1',
  within = []
}: AppOptions = {}): Promise<App> {
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-app-'));
  const chosen = port ?? (await freePort());
  const [command, ...words] = [...within, process.execPath, 'build/colloquy.js', ...args];
  const child = spawn(command!, words, {
    env: {
      ...process.env,
      FEED_SYNC: 'off',
      HOST: host,
      PORT: String(chosen),
      DATA_DIR: folder,
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let said = '';
  let isReady = false;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      // What it says later is only kept: there may be megabytes of it.
      if (isReady) return;
      isReady = said.includes('Colloquy is ready');
      if (isReady) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`The application ended with ${code}:\n${said}`)));
  });
  return {
    url: `http://${host}:${chosen}`,
    port: chosen,
    dataDir: folder,
    process: child,
    output: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (!dataDir) fs.rmSync(folder, { recursive: true, force: true });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      // With a database elsewhere nothing is in it.
      if (!dataDir && fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
    }
  };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
