import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './app.ts';
import { installFromDebian } from './debian.ts';

/** A real Redis in a process of its own that keeps nothing; it can be stopped and started again on its port. */
export class RedisServer {
  readonly port: number;
  private running: ChildProcess | undefined;

  /** Finds Redis, or installs it: Debian's package where this is Debian and root. */
  static isHere(): boolean {
    const answers = () => spawnSync('redis-server', ['--version']).status === 0;
    if (!answers()) installFromDebian('redis-server');
    return answers();
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  private constructor(port: number) {
    this.port = port;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.running = child;
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async stop(): Promise<void> {
    const child = this.running;
    this.running = undefined;
    if (!child) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}
