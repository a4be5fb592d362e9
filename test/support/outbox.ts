import { desc } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';

/** The newest mails with what they say, whatever became of them. */
export function outbox(most: number) {
  return database().select().from(mail).orderBy(desc(mail.createdAt)).limit(most);
}
