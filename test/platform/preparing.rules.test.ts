import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

test.runIf(process.platform === 'linux')(
  'nothing is installed or built under an application that runs from the folder',
  async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-preparing-'));
    const put = (name: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    };
    put('package.json', '{ "type": "module" }');
    put('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }');
    put('src/platform/prepare.js', fs.readFileSync('src/platform/prepare.js', 'utf8'));
    put('build/colloquy.js', 'console.log("running"); setInterval(() => undefined, 1000);');
    const running = spawn(process.execPath, ['build/colloquy.js'], { cwd: folder });
    await once(running.stdout, 'data');
    const refused = spawnSync(process.execPath, ['src/platform/prepare.js', '--no-build'], {
      cwd: folder,
      encoding: 'utf8'
    });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`Colloquy (process ${running.pid}) runs from this folder`);
    expect(fs.existsSync(path.join(folder, 'node_modules'))).toBe(false);
    running.kill();
    await once(running, 'close');
    fs.rmSync(folder, { recursive: true });
  }
);
