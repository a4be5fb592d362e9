import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { misbehave, send, type Fault, type Reply } from './upstream/answers.ts';
import {
  atom,
  atomError,
  dailyItem,
  hfPaper,
  rss,
  work,
  type Announced,
  type Featured,
  type ToyPaper
} from './upstream/shapes.ts';

export type { Fault } from './upstream/answers.ts';
export { toy, type Announced, type Featured, type ToyPaper } from './upstream/shapes.ts';

/** A request as it came in. */
export interface Asked {
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  /** Milliseconds, of a clock that only goes forward. */
  at: number;
  status: number;
}

/**
 * A real HTTP server that speaks for Hugging Face (`/hf`), arXiv (`/arxiv`, `/rss-host`) and Crossref (`/crossref`),
 * from a small world that a test sets up, with faults that it switches on for some requests.
 */
export class Upstream {
  /** The ISO date it is; Hugging Face refuses later ones. */
  today = '2026-06-12';
  featured: Featured[] = [];
  /** Days that Hugging Face answers with the batch of another, as it may on weekends. */
  readonly instead = new Map<string, string>();
  /** What arXiv's query API knows. */
  papers: ToyPaper[] = [];
  /** What arXiv announces today, under which date. */
  announced: { day: string; items: Announced[] } = { day: '2026-06-12', items: [] };
  /** What Crossref knows, by DOI. */
  readonly works = new Map<string, ToyPaper>();
  asked: Asked[] = [];

  private faults: { path: string; fault: Fault; times: number }[] = [];
  private readonly server = http.createServer((request, response) => this.answer(request, response));

  static async start(): Promise<Upstream> {
    const upstream = new Upstream();
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The settings that lead an application here. */
  get env() {
    return {
      HF_BASE_URL: `${this.url}/hf`,
      ARXIV_API_URL: `${this.url}/arxiv`,
      ARXIV_RSS_URL: `${this.url}/rss-host`,
      CROSSREF_BASE_URL: `${this.url}/crossref`
    };
  }

  /** Lets the next requests whose path (and query) begins so go wrong, so many of them. */
  fail(path: string, fault: Fault, times = Infinity): void {
    this.faults.push({ path, fault, times });
  }

  /** Everything works again, and what was asked is forgotten. */
  recover(): void {
    this.faults = [];
    this.asked = [];
  }

  /** The requests to paths that begin so. */
  askedFor(path: string): Asked[] {
    return this.asked.filter((one) => one.path.startsWith(path));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://upstream');
    const path = decodeURIComponent(url.pathname);
    const asked = {
      path,
      query: url.searchParams,
      headers: request.headers,
      at: performance.now(),
      status: 0
    };
    this.asked.push(asked);
    response.on('finish', () => (asked.status = response.statusCode));
    const fault = this.nextFault(`${path}${url.search}`);
    const reply = this.replyTo(path, url.searchParams);
    if (fault) misbehave(fault, reply, response);
    else send(reply, request, response);
  }

  private nextFault(path: string): Fault | undefined {
    const next = this.faults.find((one) => path.startsWith(one.path) && one.times > 0);
    if (next) next.times--;
    return next?.fault;
  }

  private replyTo(path: string, query: URLSearchParams): Reply {
    if (path === '/hf/api/daily_papers') return this.daily(query);
    if (path === '/hf/api/papers/search') return this.found(query);
    if (path.startsWith('/hf/api/papers/')) return this.detail(path.slice('/hf/api/papers/'.length));
    if (path === '/arxiv/api/query') return this.query(query);
    if (path.startsWith('/rss-host/rss/')) return this.rss(path.slice('/rss-host/rss/'.length).split(/[+ ]/));
    if (path.startsWith('/crossref/works/')) return this.work(path.slice('/crossref/works/'.length));
    return { status: 404, type: 'text/plain', body: 'Not here' };
  }

  private daily(query: URLSearchParams): Reply {
    const [date, week, month] = ['date', 'week', 'month'].map((name) => query.get(name));
    if (date && date > this.today) {
      return json({ error: `"date" must be less than or equal to "${this.today}T23:59:59.999Z"` }, 400);
    }
    const limit = Number(query.get('limit') ?? 50);
    if (limit > 100) return json({ error: '"limit" must be less than or equal to 100' }, 400);
    const day = date && (this.instead.get(date) ?? date);
    const found = this.featured.filter(
      (one) =>
        (!day || one.day === day) &&
        (!month || one.day.startsWith(month)) &&
        (!week || isoWeek(one.day) === week)
    );
    const start = Number(query.get('p') ?? 0) * limit;
    return json(
      found
        .sort((a, b) => b.upvotes - a.upvotes)
        .slice(start, start + limit)
        .map(dailyItem)
    );
  }

  private detail(id: string): Reply {
    const found = this.featured.find((one) => one.paper.id === id);
    return found ? json(hfPaper(found.paper, found.upvotes)) : json({ error: 'Paper not found' }, 404);
  }

  /** Everything that shares a word with the question. */
  private found(query: URLSearchParams): Reply {
    const [q, limit] = [query.get('q') ?? '', Number(query.get('limit') ?? 50)];
    if (q.length > 250) return json({ error: '"q" length must be at most 250 characters' }, 400);
    const words = q.toLowerCase().split(/\W+/).filter(Boolean);
    const found = this.featured.filter(({ paper }) =>
      paper.title
        .toLowerCase()
        .split(/\W+/)
        .some((word) => words.includes(word))
    );
    return json(found.slice(0, limit).map(dailyItem));
  }

  private query(query: URLSearchParams): Reply {
    const ids = query.get('id_list')?.split(',');
    const wrong = ids?.find(
      (id) => !/^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?$/.test(id) || id.startsWith('0000')
    );
    if (wrong) return { status: 400, type: 'application/atom+xml', body: atomError(wrong) };
    const found = ids
      ? this.papers.filter(({ id }) => ids.includes(id))
      : this.search(query.get('search_query') ?? '');
    const [start, size] = [Number(query.get('start') ?? 0), Number(query.get('max_results') ?? 10)];
    const body = atom(found.slice(start, start + size), { total: found.length, start });
    return { status: 200, type: 'application/atom+xml', body };
  }

  private search(wanted: string): ToyPaper[] {
    const categories = [...wanted.matchAll(/cat:([\w.-]+)/g)].map(([, category]) => category);
    const [, from = '', to = ''] = /submittedDate:\[(\d{12}) TO (\d{12})\]/.exec(wanted) ?? [];
    return this.papers.filter(({ categories: own, submitted }) => {
      const minute = submitted.slice(0, 16).replace(/\D/g, '');
      return own.some((category) => categories.includes(category)) && minute >= from && minute <= to;
    });
  }

  private rss(categories: string[]): Reply {
    const items = this.announced.items.filter(({ paper }) =>
      paper.categories.some((category) => categories.includes(category))
    );
    return { status: 200, type: 'application/rss+xml', body: rss(this.announced.day, items) };
  }

  private work(doi: string): Reply {
    const paper = this.works.get(doi);
    return paper ? json(work(doi, paper)) : { status: 404, type: 'text/plain', body: 'Resource not found.' };
  }
}

function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function isoWeek(day: string): string {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
