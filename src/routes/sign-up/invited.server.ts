import * as groups from '#groups/groups.server.ts';
import { Conflict, NotFound } from '../../failures.ts';

/** Whether the page one goes to after signing up is an invitation that holds. */
export async function invitedTo(next: string): Promise<boolean> {
  const code = /^\/join\/([\w-]+)$/.exec(next)?.[1];
  if (!code) return false;
  try {
    await groups.invitedBy(code);
    return true;
  } catch (failure) {
    if (failure instanceof Conflict || failure instanceof NotFound) return false;
    throw failure;
  }
}
