import { and, eq, isNull, sql } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { homeAddress } from '#platform/config.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { delivery, webhook } from '#webhooks/schema.ts';
import type { EventName, Told } from '#webhooks/webhooks.ts';

/** The job that brings one delivery to its receiver. */
export const delivering = 'webhook.deliver';

/** Tried again after half a minute, then twice as long each time up to six hours: for about two days. */
const retries = { limit: 16, seconds: 30, atMostSeconds: 6 * 3600 };

/** What happened in a group. */
export interface Happening {
  type: EventName;
  title: string;
  /** Where it can be seen, as a path in the application. */
  path: string;
  /** What else there is to say of it; nothing that only members may know. */
  facts?: Record<string, unknown>;
  /** Names what is to be told no second time. */
  once?: string;
}

/** Tells the group's receivers of an event, if the transaction that makes it commits. */
export async function tell(tx: Transaction, groupId: string, happening: Happening): Promise<void> {
  await write(tx, groupId, happening, null);
}

const minutes = 60_000;
const gathered = 10 * minutes;

/** The same for what happens again and again: once in ten minutes, at their end. */
export async function tellLater(
  tx: Transaction,
  groupId: string,
  happening: Happening & { once: string },
  now: Date = new Date()
): Promise<void> {
  const end = (Math.floor(now.getTime() / gathered) + 1) * gathered;
  await write(tx, groupId, { ...happening, once: `${happening.once}:${end / gathered}` }, new Date(end));
}

async function write(tx: Transaction, groupId: string, happening: Happening, at: Date | null): Promise<void> {
  const { type, title, path, facts, once = null } = happening;
  const receivers = await tx
    .select({ id: webhook.id, slug: group.slug, name: group.name })
    .from(webhook)
    .innerJoin(group, eq(group.id, webhook.groupId))
    .where(
      and(
        eq(webhook.groupId, groupId),
        isNull(webhook.pausedAt),
        isNull(webhook.switchedOffAt),
        sql`${webhook.events} ? ${type}`
      )
    );
  for (const { id: webhookId, ...where } of receivers) {
    const url = homeAddress() + path;
    const data = { ...facts, group: where, title, url };
    const told: Told = { type, timestamp: new Date().toISOString(), data };
    const [made] = await tx
      .insert(delivery)
      .values({ id: newId(), webhookId, told, once })
      .onConflictDoNothing()
      .returning({ id: delivery.id });
    if (!made) continue;
    const when = at ? { at } : {};
    await requestJob(delivering, { deliveryId: made.id }, { within: tx, key: made.id, retries, ...when });
  }
}
