import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright';
import { installFromDebian } from './debian.ts';

/** Debian's packages. The one without windows paints the same pages, with a third less work. */
const ofDebian = ['chromium-headless-shell', 'chromium'];
const placeOf = (name: string) => `/usr/bin/${name}`;

/** The Chromium that is there: the one that is named, Debian's, or Playwright's own. */
export function presentChromium(): string | undefined {
  const places = [process.env.CHROMIUM, ...ofDebian.map(placeOf), chromium.executablePath()];
  return places.find((place) => place && fs.existsSync(place));
}

/**
 * Finds a Chromium, or installs one: Debian's package where this is Debian and root, else Playwright's own.
 * @returns its path, or a sentence that says what to do
 */
export function findChromium(): { executable: string } | string {
  const present = presentChromium();
  if (present) return { executable: present };
  for (const name of ofDebian) {
    installFromDebian(name);
    if (fs.existsSync(placeOf(name))) return { executable: placeOf(name) };
  }
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
