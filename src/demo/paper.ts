import { eq } from 'drizzle-orm';
import { titleKey } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { SamplePaper } from './samples.ts';

/** Keeps a sample paper, unless a feed brought it before. @returns its id */
export async function keepPaper(
  sample: Omit<SamplePaper, 'by' | 'pitch' | 'daysAgo' | 'interested'>
): Promise<string> {
  await database()
    .insert(paper)
    .values({ id: newId(), ...sample, titleKey: titleKey(sample.title), completedAt: new Date() })
    .onConflictDoNothing();
  const [kept] = await database()
    .select({ id: paper.id })
    .from(paper)
    .where(eq(paper.arxivId, sample.arxivId));
  return kept!.id;
}

/** This time of the day, so many days from now. */
export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
