import { gzipSync } from 'node:zlib';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { chromium } from 'playwright';
import { openSession, register, sessionCookie } from '#accounts/accounts.server.ts';
import { group, membership } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { titleKey } from '#papers/identifiers.ts';
import { connect, database, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { newId } from '#platform/id.ts';
import { migrate } from '#platform/migrations.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { startApp, type App } from '../support/app.ts';
import { findChromium } from '../support/chromium.ts';
import { addressOf } from './notes/database.ts';

/*
 * What the pages cost: requests a second and statements of a full queue page beside a page without data, the
 * JavaScript a browser is sent, and the memory of the process at rest. Prints a table; judges nothing.
 */

const runs = 5;
const secondsARun = 4;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-bench-'));
const embedded = await startEmbedded(folder);
const databaseUrl = addressOf(embedded);

try {
  connect(embedded.address);
  await migrate();
  await openJobs([]);
  const { slug, cookie, meetingId } = await fillQueue(50);
  await closeJobs();
  await disconnect();

  const app = await startApp({ env: { DATABASE_URL: databaseUrl } });
  const rest = residentMegabytes(app);
  const rates = await compareRates(app, `/g/${slug}/queue`, '/healthz', '/sign-in', cookie);
  const pages = [`/g/${slug}/queue`, '/feed', `/g/${slug}/meetings/${meetingId}`];
  const scripts = await scriptSizes(app, pages, cookie);
  await app.stop();
  const counting = await startApp({ env: { DATABASE_URL: databaseUrl, COUNT_STATEMENTS: 'on' } });
  const statements = await statementsOf(counting, `/g/${slug}/queue`, cookie);
  await counting.stop();

  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}\n`
  );
  console.table({
    'queue page of 50, SQL statements': { median: statements, goal: '≤ 6' },
    'queue page of 50, requests/s': { median: rates.full, goal: '' },
    'page without data, requests/s': { median: rates.empty, goal: '' },
    'queue page ÷ page without data': { median: rates.ratio, range: rates.range, goal: '≥ 0.33' },
    ...Object.fromEntries(
      scripts.map(({ address, kilobytes }) => [
        `JavaScript of ${address.replace(slug, '…').replace(meetingId, '…')}, kB gzipped`,
        { median: kilobytes, goal: address.includes('meetings') ? '' : '≤ 70' }
      ])
    ),
    'process at rest, MB resident': { median: rest, goal: '< 160' }
  });
} finally {
  await embedded.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** A group of one with that many nominations and a meeting to come, and the cookie of a member. */
async function fillQueue(nominations: number): Promise<{ slug: string; cookie: string; meetingId: string }> {
  const ada = await register({ name: 'Ada', email: 'ada@example.org', password: 'a long enough sentence' });
  const made = { id: newId(), slug: 'bench', name: 'Bench', timezone: 'Europe/Berlin' };
  await database().insert(group).values(made);
  await database()
    .insert(membership)
    .values({ id: newId(), groupId: made.id, accountId: ada.id, role: 'owner' });
  const member = await groups.enter(ada, made.slug);
  for (let number = 1; number <= nominations; number++) {
    const id = newId();
    const title = `Paper number ${number} on learning from few examples`;
    const abstract = 'We study how $f(x) = \\sum_i a_i x_i$ behaves when examples are few. '.repeat(16);
    await database()
      .insert(paper)
      .values({
        ...{ id, title, titleKey: titleKey(title), abstract, completedAt: new Date() },
        authors: ['Ada L.', 'Grace H.', 'Emmy N.']
      });
    await queue.nominate(member, id, 'Short, and it would settle **last week’s** question about $O(n)$.');
  }
  const tomorrow = meetings.wallClock(new Date(Date.now() + 86_400_000), member.timezone);
  const meeting = { title: 'Weekly', ...tomorrow, duration: 60, place: '' };
  const { id: meetingId } = await meetings.arrange(member, meeting);
  const { name, value } = sessionCookie(await openSession(ada.id, 'bench'));
  return { slug: made.slug, cookie: `${name}=${value}`, meetingId };
}

async function compareRates(app: App, full: string, warm: string, empty: string, cookie: string) {
  await rate(app, warm, '');
  await rate(app, full, cookie);
  const pairs: { full: number; empty: number }[] = [];
  for (let run = 0; run < runs; run++) {
    pairs.push({ full: await rate(app, full, cookie), empty: await rate(app, empty, '') });
  }
  const ratios = pairs.map((pair) => pair.full / pair.empty);
  return {
    full: Math.round(median(pairs.map((pair) => pair.full))),
    empty: Math.round(median(pairs.map((pair) => pair.empty))),
    ratio: median(ratios).toFixed(2),
    range: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
  };
}

async function rate(app: App, address: string, cookie: string): Promise<number> {
  const result = await autocannon({
    url: app.url + address,
    connections: 8,
    duration: secondsARun,
    headers: { cookie }
  });
  if (result.non2xx > 0)
    throw new Error(`${address} answered ${result.non2xx} times with something else than 2xx.`);
  return result.requests.average;
}

async function statementsOf(app: App, address: string, cookie: string): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 21; run++) {
    const answer = await fetch(app.url + address, { headers: { cookie } });
    await answer.text();
    counts.push(Number(answer.headers.get('x-statements')));
  }
  return median(counts);
}

/** Every script a browser fetches until the page is at rest, gzipped here, in kB. */
async function scriptSizes(app: App, addresses: string[], cookie: string) {
  const found = findChromium();
  if (typeof found === 'string') throw new Error(found);
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: ['--no-sandbox', '--disable-gpu']
  });
  const [name = '', value = ''] = cookie.split('=');
  const sizes = [];
  for (const address of addresses) {
    const context = await browser.newContext();
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    const gzipped: Promise<number>[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js'))
        gzipped.push(response.body().then((script) => gzipSync(script).length));
    });
    await page.goto(app.url + address, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.now() > 3_000);
    const bytes = (await Promise.all(gzipped)).reduce((sum, one) => sum + one, 0);
    sizes.push({ address, kilobytes: (bytes / 1000).toFixed(1) });
    await context.close();
  }
  await browser.close();
  return sizes;
}

function residentMegabytes(app: App): number {
  const status = fs.readFileSync(`/proc/${app.process.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
