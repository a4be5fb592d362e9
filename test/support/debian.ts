import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Installs a package where this is Debian and we are root; elsewhere does nothing. */
export function installFromDebian(name: string): void {
  if (!fs.existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log(`Installing ${name} from Debian …`);
  const install = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${name}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('sh', ['-c', install], { stdio: ['ignore', 'ignore', 'inherit'], env });
}
