import { driver } from '#platform/database.server.ts';
import type { RequestHandler } from './$types';

const patience = 1_000;

/** The process can serve: its database answers within a second. */
export const GET: RequestHandler = async () => {
  const answered = driver()`select 1`.then(
    () => true,
    () => false
  );
  const waited = new Promise<false>((resolve) => setTimeout(resolve, patience, false));
  return (await Promise.race([answered, waited]))
    ? new Response('ready\n')
    : new Response('The database does not answer.\n', { status: 503 });
};
