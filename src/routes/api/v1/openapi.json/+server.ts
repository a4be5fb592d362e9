import { json, type RequestHandler } from '@sveltejs/kit';
import { document } from '#routes/api/document.server.ts';

/** What the API can do, for programs; no secret, so without a token. */
export const GET: RequestHandler = async ({ url }) => json(await document(url.origin));
