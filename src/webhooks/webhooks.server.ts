import { and, asc, desc, eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { homeAddress } from '#platform/config.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { Job } from '#platform/jobs.server.ts';
import { deliver, sweep } from '#webhooks/delivering.server.ts';
import { delivery, webhook } from '#webhooks/schema.ts';
import { faultIn } from '#webhooks/sending.server.ts';
import { newSigningSecret } from '#webhooks/signature.ts';
import { delivering } from '#webhooks/telling.server.ts';
import type { EventName, Kind, NewWebhook, Told } from '#webhooks/webhooks.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

export { tell, tellLater, type Happening } from '#webhooks/telling.server.ts';

const most = 20;
const logged = 50;

/** What webhooks do by themselves. Several at once, so that one slow receiver does not keep the others waiting. */
export const jobs: readonly Job[] = [
  { name: delivering, atOnce: 4, run: ({ deliveryId }) => deliver(String(deliveryId)) },
  { name: 'webhook.sweep', cron: '53 3 * * *', run: () => sweep() }
];

/** A webhook as organisers see it; its secret is shown only once. */
export interface WebhookCard {
  id: string;
  name: string;
  address: string;
  kind: Kind;
  events: EventName[];
  pausedAt: Date | null;
  failingSince: Date | null;
  switchedOffAt: Date | null;
  reason: string | null;
}

const card = {
  id: webhook.id,
  name: webhook.name,
  address: webhook.address,
  kind: webhook.kind,
  events: webhook.events,
  pausedAt: webhook.pausedAt,
  failingSince: webhook.failingSince,
  switchedOffAt: webhook.switchedOffAt,
  reason: webhook.reason
};

/** The group's webhooks, in the order they were made. */
export async function list(member: Member): Promise<WebhookCard[]> {
  allow(member, 'group.webhooks');
  return database()
    .select(card)
    .from(webhook)
    .where(eq(webhook.groupId, member.groupId))
    .orderBy(asc(webhook.createdAt), asc(webhook.id));
}

/** Has a group's events told to an address. @returns the secret by which they are signed, shown this once */
export async function add(member: Member, form: NewWebhook): Promise<{ id: string; secret: string }> {
  allow(member, 'group.webhooks');
  const fault = faultIn(form.address);
  if (fault) throw new Invalid({ address: fault });
  if ((await database().$count(webhook, eq(webhook.groupId, member.groupId))) >= most)
    throw new Conflict(`A group has ${most} webhooks at most. Delete one first.`);
  const id = newId();
  const secret = newSigningSecret();
  await transaction(async (tx) => {
    await tx
      .insert(webhook)
      .values({ ...form, id, secret, groupId: member.groupId, createdBy: member.accountId });
    await accounts.record(tx, member, 'webhook.make', { about: form.name });
  });
  return { id, secret };
}

/** Tells it nothing for now; what happens meanwhile is not told later. @throws NotFound */
export async function pause(member: Member, webhookId: string): Promise<void> {
  await change(member, webhookId, 'webhook.pause', { pausedAt: new Date() });
}

/** Goes on after a pause, or after it was switched off. @throws NotFound */
export async function resume(member: Member, webhookId: string): Promise<void> {
  const anew = { pausedAt: null, switchedOffAt: null, failingSince: null, reason: null };
  await change(member, webhookId, 'webhook.resume', anew);
}

async function change(
  member: Member,
  webhookId: string,
  act: 'webhook.pause' | 'webhook.resume',
  values: Partial<typeof webhook.$inferInsert>
): Promise<void> {
  allow(member, 'group.webhooks');
  await transaction(async (tx) => {
    const [changed] = await tx
      .update(webhook)
      .set(values)
      .where(isOurs(member, webhookId))
      .returning({ name: webhook.name });
    if (!changed) throw new NotFound('This webhook');
    await accounts.record(tx, member, act, { about: changed.name });
  });
}

/** Takes a webhook away, with its log. @throws NotFound */
export async function remove(member: Member, webhookId: string): Promise<void> {
  allow(member, 'group.webhooks');
  await transaction(async (tx) => {
    const [gone] = await tx
      .delete(webhook)
      .where(isOurs(member, webhookId))
      .returning({ name: webhook.name });
    if (!gone) throw new NotFound('This webhook');
    await accounts.record(tx, member, 'webhook.remove', { about: gone.name });
  });
}

/** Sends a test at once; how it went stands in the log. @throws Conflict when it pauses, NotFound */
export async function test(member: Member, webhookId: string): Promise<void> {
  const { pausedAt, switchedOffAt } = await view(member, webhookId);
  if (pausedAt ?? switchedOffAt) throw new Conflict('It is switched off. Switch it on first.');
  const { groupSlug: slug, groupName: name } = member;
  const told: Told = {
    type: 'test',
    timestamp: new Date().toISOString(),
    data: {
      group: { slug, name },
      title: 'A test delivery',
      url: `${homeAddress()}/g/${slug}/settings/webhooks`
    }
  };
  await sendNow(webhookId, told);
}

/**
 * Sends something of the log once more, as it was told then. The receiver knows it by another id.
 * @throws NotFound, or Conflict when it is switched off
 */
export async function sendAgain(member: Member, webhookId: string, deliveryId: string): Promise<void> {
  const { pausedAt, switchedOffAt } = await view(member, webhookId);
  if (pausedAt ?? switchedOffAt) throw new Conflict('It is switched off. Switch it on first.');
  const [found] = await database()
    .select({ told: delivery.told })
    .from(delivery)
    .where(and(eq(delivery.id, deliveryId), eq(delivery.webhookId, webhookId)));
  if (!found) throw new NotFound('This delivery');
  await sendNow(webhookId, found.told);
}

/** Its failure stands in the log; what somebody sends by hand is not tried again by itself. */
async function sendNow(webhookId: string, told: Told): Promise<void> {
  const id = newId();
  await database().insert(delivery).values({ id, webhookId, told });
  await deliver(id).catch(() => undefined);
}

/** One webhook. @throws NotFound */
export async function view(member: Member, webhookId: string): Promise<WebhookCard> {
  allow(member, 'group.webhooks');
  const [found] = await database().select(card).from(webhook).where(isOurs(member, webhookId));
  if (!found) throw new NotFound('This webhook');
  return found;
}

/** A delivery in the log. */
export interface Logged {
  id: string;
  type: Told['type'];
  title: string;
  createdAt: Date;
  triedAt: Date | null;
  deliveredAt: Date | null;
  attempts: number;
  status: number | null;
  excerpt: string;
  failure: string | null;
}

/** What was sent to a webhook lately, newest first. @throws NotFound */
export async function deliveries(member: Member, webhookId: string): Promise<Logged[]> {
  await view(member, webhookId);
  const rows = await database()
    .select()
    .from(delivery)
    .where(eq(delivery.webhookId, webhookId))
    .orderBy(desc(delivery.createdAt), desc(delivery.id))
    .limit(logged);
  return rows.map(({ told, webhookId: _, once: __, ...row }) => ({
    ...row,
    type: told.type,
    title: told.data.title
  }));
}

function isOurs(member: Member, webhookId: string) {
  return and(eq(webhook.id, webhookId), eq(webhook.groupId, member.groupId));
}
