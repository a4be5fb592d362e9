import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { createTransport, type Transporter } from 'nodemailer';
import { config, homeAddress } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';
import { asHtml } from '#platform/lettershown.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';
import { mail } from '#platform/schema.ts';

/** A mail to one person, in plain text; it goes out with the same words as HTML beside it. */
export interface Letter {
  recipient: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
  /** An iCalendar object that goes with it (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  /** Names what it is about; a second letter with the same name is not written. */
  once?: string;
  /** Not to be sent before; at once when it is left out or past. */
  at?: Date;
  /** Not to be sent from then on, whatever kept it: it would be about something past. */
  until?: Date;
}

/** The job that sends what is due. */
export const sending = 'mail.send';
/** With doubling pauses from a minute on, about a day and a half of tries. */
const mostAttempts = 12;
const longestPause = 6 * 60 * 60_000;

/**
 * Puts a letter into the outbox; it goes out once the transaction commits. Without `SMTP_URL` it rests there, where
 * the operator can read it.
 */
export async function post(tx: Transaction, { at, ...letter }: Letter): Promise<void> {
  const [posted] = await tx
    .insert(mail)
    .values({ id: newId(), ...letter, ...(at && { dueAt: at }) })
    .onConflictDoNothing({ target: mail.once })
    .returning({ id: mail.id });
  if (posted && config().smtpUrl) await requestJob(sending, {}, { within: tx });
}

/**
 * Stops the letters whose name (`once`) begins so and that have not gone out. Their names are free again, so that they can
 * be written anew.
 * @returns how many that were
 */
export async function recall(tx: Transaction, beginning: string): Promise<number> {
  const stopped = await tx
    .update(mail)
    .set({ abandonedAt: new Date(), failure: 'It was called back before it went out.', once: null })
    .where(and(sql`starts_with(${mail.once}, ${beginning})`, isNull(mail.sentAt), isNull(mail.abandonedAt)))
    .returning({ id: mail.id });
  return stopped.length;
}

/** How many mails are in the outbox: waiting, resting (no server is set), given up, and sent within the last day. */
export async function outboxCounts(): Promise<Record<'waiting' | 'resting' | 'abandoned' | 'sent', number>> {
  const [row] = await database()
    .select({
      open: sql<number>`count(*) filter (where ${mail.sentAt} is null and ${mail.abandonedAt} is null)::int`,
      abandoned: sql<number>`count(*) filter (where ${mail.abandonedAt} is not null)::int`,
      sent: sql<number>`count(*) filter (where ${mail.sentAt} is not null)::int`
    })
    .from(mail)
    .where(or(isNull(mail.sentAt), gt(mail.createdAt, sql`now() - interval '1 day'`)));
  const { open, abandoned, sent } = row!;
  return config().smtpUrl
    ? { waiting: open, resting: 0, abandoned, sent }
    : { waiting: 0, resting: open, abandoned, sent };
}

/** What the outbox does by itself. */
export const jobs: Job[] = [{ name: sending, cron: '* * * * *', run: sendDue }];

async function sendDue(): Promise<void> {
  if (!config().smtpUrl) return;
  await abandonStale();
  while (await transaction(sendNext));
}

async function abandonStale(): Promise<void> {
  const now = new Date();
  await database()
    .update(mail)
    .set({ abandonedAt: now, failure: 'Its time had passed before it could be sent.' })
    .where(and(isNull(mail.sentAt), isNull(mail.abandonedAt), lte(mail.until, now)));
}

/** Sends the mail that has waited longest. @returns whether there was one */
async function sendNext(tx: Transaction): Promise<boolean> {
  const now = new Date();
  // Locked while it is sent, so that no other process sends it too. One that dies between the server's yes and the
  // commit leads to a second mail; both have the same Message-ID, by which mail programs know it for the same.
  const [next] = await tx
    .select()
    .from(mail)
    .where(and(isNull(mail.sentAt), isNull(mail.abandonedAt), lte(mail.dueAt, now)))
    .orderBy(asc(mail.dueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!next) return false;
  const outcome = await deliver(next).then(
    () => ({ sentAt: new Date(), failure: null }),
    (cause: unknown) => refusal(next, cause)
  );
  await tx
    .update(mail)
    .set({ attempts: next.attempts + 1, ...outcome })
    .where(eq(mail.id, next.id));
  return true;
}

async function deliver(letter: typeof mail.$inferSelect): Promise<void> {
  const { mailFrom } = config();
  const domain = /@([^\s>]+)/.exec(mailFrom)?.[1] ?? 'colloquy.invalid';
  await transport().sendMail({
    from: mailFrom,
    to: letter.recipient,
    subject: letter.subject,
    text: letter.text,
    html: asHtml(letter.text, homeAddress()),
    headers: letter.headers,
    messageId: `<${letter.id}@${domain}>`,
    ...(letter.calendar && { icalEvent: letter.calendar })
  });
}

function refusal(letter: typeof mail.$inferSelect, cause: unknown) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  // The recipient and the text stay out of the log; the error as it is names the recipient.
  log().warn({ reason, mail: letter.id }, 'a mail could not be sent');
  const attempts = letter.attempts + 1;
  const forGood = isFinal(cause) || attempts >= mostAttempts;
  const pause = Math.min(longestPause, 60_000 * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2);
  return {
    failure: reason,
    dueAt: new Date(Date.now() + pause),
    ...(forGood && { abandonedAt: new Date() })
  };
}

/** A reply of 5yz says that trying again will not help (RFC 5321, 4.2.1). */
function isFinal(cause: unknown): boolean {
  const code = cause instanceof Error && 'responseCode' in cause ? Number(cause.responseCode) : 0;
  return code >= 500 && code < 600;
}

function transport(): Transporter {
  return perProcess('mail', () => createTransport(config().smtpUrl!));
}
