import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import { freePort } from './app.ts';
import { installFromDebian } from './debian.ts';

/** HAProxy in a process of its own, by the configuration that `container/` hands to operators. */
export class Balancer {
  readonly port: number;
  private readonly child: ChildProcess;

  /** Finds HAProxy, or installs it: Debian's package where this is Debian and root. */
  static isHere(): boolean {
    const answers = () => spawnSync('haproxy', ['-v']).status === 0;
    if (!answers()) installFromDebian('haproxy');
    return answers();
  }

  /** In front of two instances, by their addresses (`host:port`). */
  static async start(first: string, second: string): Promise<Balancer> {
    const balancer = new Balancer(await freePort(), first, second);
    const ready = async () => {
      const { status } = await fetch(`${balancer.url}/readyz`);
      if (status !== 200) throw new Error(`The balancer answers ${status}.`);
    };
    await vi.waitFor(ready, { timeout: 20_000, interval: 50 });
    return balancer;
  }

  private constructor(port: number, first: string, second: string) {
    this.port = port;
    this.child = spawn('haproxy', ['-db', '-q', '-f', 'container/haproxy.cfg'], {
      env: { ...process.env, LISTEN: `127.0.0.1:${port}`, FIRST: first, SECOND: second },
      stdio: ['ignore', 'inherit', 'inherit']
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'close');
  }
}
