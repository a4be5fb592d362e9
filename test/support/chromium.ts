import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright';
import { installFromDebian } from './debian.ts';

const ofDebian = '/usr/bin/chromium';

/**
 * Finds a Chromium, or installs one: Debian's package where this is Debian and root, else Playwright's own.
 * @returns its path, or a sentence that says what to do
 */
export function findChromium(): { executable: string } | string {
  const named = process.env.CHROMIUM;
  for (const place of [named, ofDebian, chromium.executablePath()]) {
    if (place && fs.existsSync(place)) return { executable: place };
  }
  installFromDebian('chromium');
  if (fs.existsSync(ofDebian)) return { executable: ofDebian };
  console.log('Downloading Chromium with Playwright …');
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit']
  });
  if (fs.existsSync(chromium.executablePath())) return { executable: chromium.executablePath() };
  return (
    'The browser tests need Chromium, and none could be found or installed. Install it (Debian: ' +
    '`apt-get install chromium`) or name its executable in the variable CHROMIUM, and run `npm test` again.'
  );
}
