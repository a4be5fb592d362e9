import * as v from 'valibot';
import type * as highlights from '#platform/highlights.ts';
import { Count, Day, Reading } from '#routes/api/shapes/common.ts';

const listedPaper = {
  title: v.string(),
  abstract: v.string(),
  authors: v.array(v.string()),
  authorCount: v.nullable(Count),
  publishedOn: v.nullable(Day),
  arxivId: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  projectUrl: v.nullable(v.string()),
  codeUrl: v.nullable(v.string())
};

export const FeedPaper = v.object({
  paperId: v.string(),
  ...listedPaper,
  upvotes: Count,
  aiSummary: v.nullable(v.string()),
  aiSummaryModel: v.nullable(v.string())
});

export const Paper = v.object({
  id: v.string(),
  ...listedPaper,
  categories: v.array(v.string()),
  keywords: v.array(v.string()),
  venue: v.nullable(v.string()),
  arxivVersion: v.nullable(Count),
  revisedOn: v.nullable(Day),
  reading: v.nullable(Reading)
});

/** A text in which something was found, without the marks. */
const Passage = v.pipe(
  v.custom<highlights.Passage>(Array.isArray),
  v.transform((pieces) => pieces.map(({ text }) => text).join('')),
  v.string()
);

export const FoundPaper = v.object({
  id: v.string(),
  title: Passage,
  authors: v.array(v.string()),
  publishedOn: v.nullable(Day),
  abstract: Passage
});

export const Imported = v.object({
  papers: v.array(
    v.object({
      title: v.string(),
      abstract: v.string(),
      authorCount: v.nullable(Count),
      publishedOn: v.nullable(v.string()),
      commentCount: v.nullable(Count),
      paperId: v.nullable(v.string())
    })
  ),
  unread: v.array(v.object({ line: Count, text: v.string() }))
});

export const SavedFilter = v.object({
  id: v.string(),
  name: v.string(),
  query: v.pipe(v.string(), v.description('As it stands in an address after `?`.'))
});
