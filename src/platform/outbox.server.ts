import { and, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { database, type Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { sending } from '#platform/mail.server.ts';
import { config } from '#platform/config.server.ts';
import { mail } from '#platform/schema.ts';
import { NotFound } from '../failures.ts';

/* What an operator does with mails; pages ask first whether it is one. */

/** What has become of mails: waiting to go out, given up, or sent. */
export const mailStates = ['waiting', 'abandoned', 'sent'] as const;
export type MailState = (typeof mailStates)[number];

const where: Record<MailState, SQL> = {
  waiting: and(isNull(mail.sentAt), isNull(mail.abandonedAt))!,
  abandoned: and(isNull(mail.sentAt), isNotNull(mail.abandonedAt))!,
  sent: isNotNull(mail.sentAt)
};

/** A mail in the outbox. */
export interface Outgoing {
  id: string;
  recipient: string;
  subject: string;
  /** Null once it was sent, and where a mail server is set that it will reach its reader by: it is theirs. */
  text: string | null;
  createdAt: Date;
  dueAt: Date;
  sentAt: Date | null;
  attempts: number;
  failure: string | null;
}

const pageLength = 50;

/** Mails of a state, newest first; `older` is the one below which the next page begins. */
export async function mailsOf(
  state: MailState,
  below: string | null
): Promise<{ found: Outgoing[]; older: string | null }> {
  const rows = await database()
    .select({
      id: mail.id,
      recipient: mail.recipient,
      subject: mail.subject,
      text: config().smtpUrl
        ? sql<null>`null`
        : sql<string | null>`case when ${mail.sentAt} is null then ${mail.text} end`,
      createdAt: mail.createdAt,
      dueAt: mail.dueAt,
      sentAt: mail.sentAt,
      attempts: mail.attempts,
      failure: mail.failure
    })
    .from(mail)
    .where(
      and(
        where[state],
        below
          ? sql`(${mail.createdAt}, ${mail.id}) < (select b.created_at, b.id from mail b where b.id = ${below})`
          : undefined
      )
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(pageLength + 1);
  const found = rows.slice(0, pageLength);
  return { found, older: rows.length > pageLength ? found.at(-1)!.id : null };
}

/** Tries a mail again now that waits or was given up. @throws NotFound when it was sent meanwhile */
export async function tryAgain(tx: Transaction, id: string): Promise<{ subject: string }> {
  const [asked] = await tx
    .update(mail)
    .set({ dueAt: new Date(), abandonedAt: null, attempts: 0, until: null })
    .where(and(eq(mail.id, id), isNull(mail.sentAt)))
    .returning({ subject: mail.subject });
  if (!asked) throw new NotFound('This mail');
  if (config().smtpUrl) await requestJob(sending, {}, { within: tx });
  return asked;
}

/** Gives a mail up that waits. @throws NotFound when it was sent meanwhile */
export async function drop(tx: Transaction, id: string): Promise<{ subject: string }> {
  const [dropped] = await tx
    .update(mail)
    .set({ abandonedAt: new Date(), failure: 'An operator dropped it.' })
    .where(and(eq(mail.id, id), isNull(mail.sentAt), isNull(mail.abandonedAt)))
    .returning({ subject: mail.subject });
  if (!dropped) throw new NotFound('This mail');
  return dropped;
}
