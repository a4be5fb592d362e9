import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { post } from '#platform/mail.server.ts';
import { delivery, webhook } from '#webhooks/schema.ts';
import { send, type Answer } from '#webhooks/sending.server.ts';
import { signed } from '#webhooks/signature.ts';
import { bodyFor } from '#webhooks/webhooks.ts';

const day = 24 * 60 * 60 * 1000;
const patienceDays = 3;
const keptDays = 30;

/** How a try ended. */
export type Outcome = Answer | { failure: string };

/** Brings a delivery to its receiver, unless it arrived or nobody wants it any more. @throws Error for another try later */
export async function deliver(deliveryId: string): Promise<void> {
  const found = await due(deliveryId);
  if (!found) return;
  const outcome = await attempt(found);
  await transaction((tx) => note(tx, found, outcome));
  if (!arrived(outcome)) throw new Error(sentenceOf(outcome));
}

async function due(deliveryId: string) {
  const [found] = await database()
    .select({
      id: delivery.id,
      told: delivery.told,
      webhookId: webhook.id,
      address: webhook.address,
      kind: webhook.kind,
      secret: webhook.secret
    })
    .from(delivery)
    .innerJoin(webhook, eq(webhook.id, delivery.webhookId))
    .where(
      and(
        eq(delivery.id, deliveryId),
        isNull(delivery.deliveredAt),
        isNull(webhook.pausedAt),
        isNull(webhook.switchedOffAt)
      )
    );
  return found;
}

type Due = NonNullable<Awaited<ReturnType<typeof due>>>;

async function attempt({ id, told, address, kind, secret }: Due): Promise<Outcome> {
  const body = bodyFor(kind, told);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Colloquy',
    ...signed(secret, `msg_${id}`, body, new Date())
  };
  try {
    return await send(address, headers, body);
  } catch (cause) {
    return { failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

const arrived = (outcome: Outcome) => 'status' in outcome && outcome.status >= 200 && outcome.status < 300;

function sentenceOf(outcome: Outcome): string {
  return 'failure' in outcome ? outcome.failure : `The receiver answered ${outcome.status}.`;
}

/** Keeps how it went, and switches a webhook off to which nothing arrived for days. */
async function note(tx: Transaction, { id, webhookId }: Due, outcome: Outcome): Promise<void> {
  const now = new Date();
  const isDone = arrived(outcome);
  const said =
    'failure' in outcome
      ? { failure: outcome.failure, status: null, excerpt: '' }
      : { ...outcome, failure: null };
  await tx
    .update(delivery)
    .set({ ...said, attempts: sql`${delivery.attempts} + 1`, triedAt: now, deliveredAt: isDone ? now : null })
    .where(eq(delivery.id, id));
  const [state] = await tx
    .update(webhook)
    .set({ failingSince: isDone ? null : sql`coalesce(${webhook.failingSince}, now())` })
    .where(eq(webhook.id, webhookId))
    .returning({ failingSince: webhook.failingSince });
  const since = state?.failingSince;
  if (since && since.getTime() < now.getTime() - patienceDays * day) await switchOff(tx, webhookId, outcome);
}

async function switchOff(tx: Transaction, webhookId: string, outcome: Outcome): Promise<void> {
  const reason = `Nothing arrived for ${patienceDays} days. The last time: ${sentenceOf(outcome)}`;
  const [off] = await tx
    .update(webhook)
    .set({ switchedOffAt: new Date(), reason })
    .where(and(eq(webhook.id, webhookId), isNull(webhook.switchedOffAt)))
    .returning({ name: webhook.name, createdBy: webhook.createdBy, groupId: webhook.groupId });
  if (!off) return;
  log().warn({ webhook: webhookId, reason }, 'a webhook was switched off');
  const [owner] = await tx
    .select({ email: account.email, name: account.name, slug: group.slug })
    .from(account)
    .innerJoin(group, eq(group.id, off.groupId))
    .where(eq(account.id, off.createdBy ?? ''));
  if (!owner) return;
  const address = accounts.addressOf(`/g/${owner.slug}/settings/webhooks`);
  await post(tx, {
    recipient: owner.email,
    subject: `The webhook “${off.name}” was switched off`,
    text: accounts.letter(owner.name, reason, `Put it right and switch it on again: ${address}`)
  });
}

/** The log of deliveries goes back thirty days. */
export async function sweep(): Promise<void> {
  await database()
    .delete(delivery)
    .where(lt(delivery.createdAt, new Date(Date.now() - keptDays * day)));
}
