import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(() => redirect(303, '/'));

export const actions: Actions = {
  default: action(async ({ locals, cookies, setHeaders }) => {
    if (locals.sessionId) await accounts.signOut(locals.sessionId);
    const { name, value, attributes } = accounts.sessionCookie(null);
    cookies.set(name, value, attributes);
    // Edits kept in this browser for notes belong to whoever was signed in.
    setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, '/');
  })
};
