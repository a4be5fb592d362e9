/*
 * What must be true before the application, its tests or its tools run: the locked dependencies are installed and,
 * unless `--no-build` is given, the pages are built from the sources as they stand; with `--any-build` what was built
 * before will do, because the application may be running on it. Plain JavaScript without dependencies, because it runs
 * before there are any, on whatever Node the machine came with.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const lockFile = '.preparing';
const installedFrom = 'node_modules/.installed-from';
const builtFrom = 'build/.built-from';
const buildInputs = [
  'src',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'vite.entry.config.ts',
  'tsconfig.json',
  'package-lock.json'
];

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Colloquy needs Node 20 or newer to set itself up; this is ${process.version}.`);
}

waitForOtherPreparation();
try {
  install();
  if (!process.argv.includes('--no-build')) build(process.argv.includes('--any-build'));
} finally {
  fs.rmSync(lockFile, { force: true });
}

function install() {
  const wanted = hashOf(['package-lock.json']);
  if (read(installedFrom) === wanted) return;
  leaveToWhoRuns();
  console.log('Installing the locked dependencies …');
  npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  fs.writeFileSync(installedFrom, wanted);
}

/** @param {boolean} anyWillDo */
function build(anyWillDo) {
  if (anyWillDo && fs.existsSync('build/admin.js')) return;
  const wanted = hashOf(buildInputs);
  if (read(builtFrom) === wanted) return;
  leaveToWhoRuns();
  console.log('Building the pages …');
  npm(['run', '--silent', 'build', '--', '--logLevel', 'warn'], { silent: true });
  fs.writeFileSync(builtFrom, wanted);
}

/** A running application reads its pages and packages as they are asked for: neither may be taken from under it. */
function leaveToWhoRuns() {
  const running = process.platform === 'linux' ? fs.readdirSync('/proc').find(runsHere) : undefined;
  if (!running) return;
  fail(
    `Colloquy (process ${running}) runs from this folder, whose pages or packages have to be made anew. ` +
      'Stop it first, or put this version into a folder of its own.'
  );
}

/** @param {string} pid */
function runsHere(pid) {
  if (!/^\d+$/.test(pid) || !read(`/proc/${pid}/cmdline`).split('\0').includes('build/colloquy.js'))
    return false;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(root).replace(/\/$/, '');
  } catch {
    return false;
  }
}

/** What a silent command says is shown only when it fails. @param {string[]} args */
function npm(args, { silent = false } = {}) {
  // npm names itself to the scripts it runs; by hand, `node src/platform/prepare.js` finds it on the PATH.
  const script = process.env.npm_execpath;
  const output = silent ? 'pipe' : 'inherit';
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', output, output] };
  const ran = script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, options);
  if (ran.status === 0) return;
  if (silent) console.error(`${ran.stdout}${ran.stderr}`);
  fail(`npm ${args.join(' ')} did not succeed; its own message is above.`);
}

/** Two starts in one checkout must not build over each other: the second waits for the first. */
function waitForOtherPreparation() {
  for (;;) {
    try {
      fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      const holder = Number(read(lockFile));
      if (holder && holder !== process.pid && isAlive(holder)) pause(200);
      else fs.rmSync(lockFile, { force: true });
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A digest of the names and contents below `places`. @param {string[]} places */
function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of filesBelow(place)) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  fs.rmSync(lockFile, { force: true });
  console.error(sentence);
  process.exit(1);
}
