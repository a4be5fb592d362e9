import * as papers from '#papers/papers.server.ts';
import { citationForms, citationKinds } from '#papers/names.ts';
import { asAttachment } from '#routes/attachment.server.ts';

/** Papers as a file of citations, in the form that `?as=` names; BibTeX without one. */
export async function citationFile(url: URL, name: string, paperIds: readonly string[]): Promise<Response> {
  const form = citationForms.find((one) => one === url.searchParams.get('as')) ?? 'bibtex';
  const { ending, type } = citationKinds[form];
  return new Response(await papers.cite(paperIds, form), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': asAttachment(`${name}.${ending}`),
      'cache-control': 'no-store'
    }
  });
}
