import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '../../support/random.ts';
import type { Size } from './filling.ts';
import { pages, type Page, type Reader } from './pages.ts';

/** Milliseconds that answers took, by the name of the page. */
export type Times = Map<string, number[]>;

/**
 * Asks for pages at a steady rate, whether or not the last ones have been answered (an open loop), each for another
 * reader. What waits in a line is counted with its waiting.
 * @throws Error when a page answers with something else than 200
 */
export async function driveAt(
  url: string,
  readers: readonly Reader[],
  size: Size,
  { perSecond, seconds }: { perSecond: number; seconds: number }
): Promise<Times> {
  const random = seeded(perSecond);
  const times: Times = new Map();
  const drawn = pages.flatMap((page) => Array.from({ length: page.weight }, () => page));
  const underWay: Promise<void>[] = [];
  const failures: unknown[] = [];
  const started = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = started + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0.5) await wait(early);
    const page = drawn[Math.floor(random() * drawn.length)]!;
    const reader = readers[Math.floor(random() * readers.length)]!;
    underWay.push(
      ask(url, page, reader, random, size).then(
        () => add(times, page, performance.now() - due),
        (failure: unknown) => void failures.push(failure)
      )
    );
  }
  await Promise.all(underWay);
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${underWay.length} failed.`, { cause: failures[0] });
  return times;
}

/** Asks for each page so many times, one request after the other. @returns times, and statements a page */
export async function driveInTurn(
  url: string,
  readers: readonly Reader[],
  size: Size,
  rounds: number
): Promise<{ times: Times; statements: Map<string, number[]> }> {
  const random = seeded(rounds);
  const times: Times = new Map();
  const statements = new Map<string, number[]>();
  // The first of each page is not counted: it compiles and fills the statement caches.
  for (let round = -1; round < rounds; round++) {
    for (const page of pages) {
      const reader = readers[Math.floor(random() * readers.length)]!;
      const began = performance.now();
      const sent = await ask(url, page, reader, random, size);
      if (round < 0) continue;
      add(times, page, performance.now() - began);
      statements.set(page.name, [...(statements.get(page.name) ?? []), sent]);
    }
  }
  return { times, statements };
}

async function ask(
  url: string,
  page: Page,
  reader: Reader,
  random: () => number,
  size: Size
): Promise<number> {
  const address = page.address(reader.group, random, size);
  const answer = await fetch(url + address, { headers: { cookie: reader.cookie }, redirect: 'manual' });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
  return Number(answer.headers.get('x-statements'));
}

function add(times: Times, page: Page, took: number): void {
  times.set(page.name, [...(times.get(page.name) ?? []), took]);
}
