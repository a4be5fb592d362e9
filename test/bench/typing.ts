import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { openSession, register, sessionCookie } from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as notes from '#notes/notes.server.ts';
import { write } from '#notes/writing.server.ts';
import { connect, disconnect, transaction } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { startApp } from '../support/app.ts';
import { findChromium } from '../support/chromium.ts';

/*
 * What a keystroke costs in a long note: 200 kB with 500 formulas, in real Chromium with the application behind it.
 * From the moment the browser gives a key to the page until the frame that shows it has been made (the first task
 * after it), at the ordinary sixty frames a second. Waiting for the display's next tick with nothing to do is not
 * counted; being late for a tick is. Prints a table; judges nothing.
 */

const runs = 3;
const keystrokes = 60;
/** Milliseconds between keys: fast hands. */
const pause = 80;
const formulas = 500;
const bytes = 200_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-bench-'));
const embedded = await startEmbedded(folder);
const { host, port, database: name, user, password } = embedded.address;

try {
  connect(embedded.address);
  await migrate();
  await openJobs([]);
  const { address, short, cookie } = await longNote();
  await closeJobs();
  await disconnect();
  const url = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`;
  const app = await startApp({ env: { DATABASE_URL: url } });
  const found = findChromium();
  if (typeof found !== 'object') throw new Error(found);
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: ['--no-sandbox', '--disable-background-networking']
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ ...cookie, url: app.url }]);
  const page = await context.newPage();
  await page.addInitScript(watchKeys);
  const scripts = await scriptsOf(page, `${app.url}${address}`);
  const rows: Record<string, { p50: number; p95: number; range: string }> = {};
  for (const view of ['Write', 'Both']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    rows[`keystroke to paint, ${view.toLowerCase()}, ms`] = await typeInto(page);
    rows[`frame to frame while scrolling, ${view.toLowerCase()}, ms`] = await scroll(page);
  }
  await page.goto(`${app.url}${short}`);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  rows['the same in an empty note, write, ms'] = await typeInto(page);
  // What the browser and this machine take for themselves.
  await page.goto('data:text/html,<textarea rows="30" cols="80"></textarea>');
  rows['the same in a bare text box, ms'] = await typeInto(page, 'textarea');
  await browser.close();
  await app.stop();
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}, ${runs} runs of ${keystrokes} keys\n`
  );
  console.table(rows);
  console.table(scripts);
} finally {
  await embedded.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

async function longNote() {
  const account = await register({
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough sentence'
  });
  const slug = await groups.found(account, { name: 'Long', timezone: 'UTC' });
  const member = await groups.enter(account, slug);
  const { id } = await notes.make(member, { title: 'Long' });
  const words =
    'Of the words between the formulas there are many, and some of them are **strong** or `code`. ';
  const part = words.repeat(Math.ceil(bytes / formulas / words.length)).slice(0, bytes / formulas - 60);
  const text = Array.from({ length: formulas }, (_, index) => {
    const heading = index % 10 === 0 ? `## Part ${index}\n\n` : '';
    return `${heading}${part} $\\sum_{i=1}^{${index}} x_i^{${index % 7}} \\leq \\lVert x \\rVert$\n\n`;
  }).join('');
  await transaction((tx) => write(tx, id, account.id, (shared) => shared.insert(shared.length, text)));
  const { name, value } = sessionCookie(await openSession(account.id, 'bench'));
  const { id: empty } = await notes.make(member, { title: 'Short' });
  return { address: `/g/${slug}/notes/${id}`, short: `/g/${slug}/notes/${empty}`, cookie: { name, value } };
}

/** In the page: keeps how long each key took until the frame after it was made, without the wait for the display. */
function watchKeys(): void {
  const samples: number[] = [];
  Object.assign(window, { samples });
  const soon = (work: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      let handled = timeStamp;
      soon(() => (handled = performance.now()));
      requestAnimationFrame((tick) => {
        soon(() => samples.push(performance.now() - timeStamp - Math.max(0, tick - handled)));
      });
    },
    true
  );
}

async function typeInto(page: Page, place = '.cm-content') {
  const medians: number[] = [];
  const tails: number[] = [];
  await page.locator(place).click();
  for (let run = 0; run < runs; run++) {
    await page.evaluate('samples.length = 0');
    for (let key = 0; key < keystrokes; key++) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
      await page.waitForTimeout(pause);
    }
    await page.waitForFunction(`samples.length >= ${keystrokes}`);
    const samples = (await page.evaluate<number[]>('samples')).sort((a, b) => a - b);
    medians.push(samples[Math.floor(samples.length * 0.5)] ?? 0);
    tails.push(samples[Math.floor(samples.length * 0.95)] ?? 0);
  }
  return summary(medians, tails);
}

function summary(medians: number[], tails: number[]) {
  const median = (values: number[]) =>
    Number((values.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0).toFixed(1));
  return {
    p50: median(medians),
    p95: median(tails),
    range: `${Math.min(...tails).toFixed(1)}–${Math.max(...tails).toFixed(1)}`
  };
}

/** Rolls through the note for two seconds a run; at sixty frames a second a frame comes every 16.7 ms. */
async function scroll(page: Page) {
  const tails: number[] = [];
  const medians: number[] = [];
  for (let run = 0; run < runs; run++) {
    const gaps = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const gaps: number[] = [];
          let before = 0;
          scrollTo(0, 0);
          const step = (tick: number) => {
            if (before) gaps.push(tick - before);
            before = tick;
            if (gaps.length === 120) return resolve(gaps);
            scrollBy(0, 60);
            requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        })
    );
    gaps.sort((a, b) => a - b);
    medians.push(gaps[60] ?? 0);
    tails.push(gaps[114] ?? 0);
  }
  return summary(medians, tails);
}

/** Opens the note and weighs what the browser was sent for it, KaTeX apart. */
async function scriptsOf(page: Page, address: string) {
  let whole = 0;
  let katex = 0;
  const weighing: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    weighing.push(
      response.body().then((body) => {
        const size = gzipSync(body).length;
        if (body.includes('KaTeX parse error')) katex += size;
        else whole += size;
      })
    );
  });
  const started = Date.now();
  await page.goto(address);
  await page.locator('.cm-content .live-formula').first().waitFor();
  const opened = Date.now() - started;
  await page.waitForLoadState('networkidle');
  await Promise.all(weighing);
  return {
    'JavaScript of the note page without KaTeX, gzipped, kB': { measured: (whole / 1000).toFixed(1) },
    'KaTeX, gzipped, kB': { measured: (katex / 1000).toFixed(1) },
    'opened, with formulas, ms': { measured: opened }
  };
}
