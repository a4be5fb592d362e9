import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import type { Member } from '#groups/groups.ts';
import { textOf } from '#notes/log.server.ts';
import * as queue from '#queue/queue.server.ts';
import { emptyGroup, memberOf, somePaper } from '../support/factories.ts';
import { cookieOf, someNote, type Writer } from '../support/notes.ts';
import { soon, type Cluster } from './cluster.ts';

/** Milliseconds between two things that one person does. */
const pace = 250;

/** People at one address, who type, vote and turn pages all at once, and what came of all of it. */
export class Crowd {
  /** Whatever was not answered as it should have been, in words. */
  readonly failures: string[] = [];
  requests = 0;
  private readonly at: { url: string; port: number };
  private readonly busy: Promise<void>[] = [];
  private readonly typists: Typist[] = [];
  private readonly votes = new Map<Member, string>();
  private ballotId = '';
  private isOver = false;

  constructor(at: { url: string; port: number }) {
    this.at = at;
  }

  /** Makes a group of so many people, a third of whom do each thing, and lets them begin. */
  async gather(cluster: Cluster, people: number): Promise<void> {
    const group = await emptyGroup();
    const owner = await memberOf(group, 'Ada', 'owner');
    const options: string[] = [];
    for (const title of ['Grokking', 'Attention', 'Scaling'])
      options.push((await queue.nominate(owner, await somePaper(title), '')).nominationId);
    const closesAt = new Date(Date.now() + 3_600_000);
    const opening = { title: 'What next?', nominationIds: options, closesAt, quorum: 1 };
    this.ballotId = (await ballots.open(owner, opening)).id;
    const notes = [await someNote(owner, 'First'), await someNote(owner, 'Second')];
    for (let number = 0; number < people; number++) {
      const member = await memberOf(group, `Person ${number}`, 'member');
      const { cookie } = await cookieOf(member);
      if (number % 3 === 0) await this.letType(cluster, member, notes[number % 2]!);
      else if (number % 3 === 1) this.busy.push(this.repeat(() => this.vote(member, cookie, options)));
      else this.busy.push(this.repeat(() => this.page(`/g/${group.slug}/queue`, cookie)));
    }
    await soon(() => expect(this.typists.every(({ writer }) => writer.provider.synced)).toBe(true));
  }

  private async letType(cluster: Cluster, member: Member, noteId: string): Promise<void> {
    const typist = new Typist(await cluster.write(this.at, member, noteId), noteId);
    this.typists.push(typist);
    this.busy.push(this.repeat(async () => typist.type()));
  }

  private async repeat(act: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      await act().catch((cause: unknown) => this.failures.push(String(cause)));
      await wait(pace);
    }
  }

  private async page(path: string, cookie: string): Promise<void> {
    this.requests++;
    const answer = await fetch(this.at.url + path, { headers: { cookie } });
    const text = await answer.text();
    if (answer.status !== 200) this.failures.push(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
  }

  private async vote(member: Member, cookie: string, options: string[]): Promise<void> {
    const approved = options[this.requests++ % options.length]!;
    const slug = member.groupSlug;
    const answer = await fetch(`${this.at.url}/g/${slug}/ballots/${this.ballotId}?/vote`, {
      method: 'POST',
      body: new URLSearchParams({ approved }),
      headers: { cookie, origin: this.at.url, accept: 'text/html' },
      redirect: 'manual'
    });
    await answer.text();
    if (answer.status === 303) this.votes.set(member, approved);
    else this.failures.push(`a vote was answered with ${answer.status}`);
  }

  /** What was called saved up to now is in the database. */
  async checkSaved(): Promise<void> {
    for (const { saved, noteId } of this.typists) {
      const words = [...saved];
      const text = await textOf(noteId);
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
    }
  }

  /** Everybody finishes. @returns how many votes, words and requests there were */
  async disperse(): Promise<{ votes: number; words: number; requests: number }> {
    this.isOver = true;
    await Promise.all(this.busy);
    await soon(() => expect(this.typists.filter(({ writer }) => !writer.isSaved)).toHaveLength(0));
    await turn();
    await this.checkSaved();
    for (const [member, approved] of this.votes)
      expect((await ballots.view(member, this.ballotId)).mine).toEqual({ [approved]: 1 });
    const words = this.typists.reduce((sum, { saved }) => sum + saved.size, 0);
    return { votes: this.votes.size, words, requests: this.requests };
  }

  /** By which codes the sockets of those who type were closed. */
  get closedBy(): Set<number | undefined> {
    return new Set(this.typists.map(({ writer }) => writer.closedBy));
  }
}

/** Somebody who types marked words, and knows which of them the page has called saved. */
class Typist {
  readonly saved = new Set<string>();
  readonly writer: Writer;
  readonly noteId: string;
  private readonly unsaved: string[] = [];

  constructor(writer: Writer, noteId: string) {
    this.writer = writer;
    this.noteId = noteId;
  }

  type(): void {
    if (this.writer.isSaved) for (const word of this.unsaved.splice(0)) this.saved.add(word);
    const word = `⟨${this.writer.doc.clientID}.${this.saved.size + this.unsaved.length}⟩`;
    this.unsaved.push(word);
    this.writer.type(word);
  }
}
