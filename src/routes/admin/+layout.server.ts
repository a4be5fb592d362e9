import { page } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = page((event) => {
  operating(event, 'installation.read');
});
