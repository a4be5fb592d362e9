import * as v from 'valibot';

/** What somebody said of a passage. */
export interface Comment {
  id: string;
  by: string;
  createdAt: Date;
  /** Rendered; empty once it was taken back. */
  html: string;
  isRemoved: boolean;
  /** It does not read as it first did. */
  isEdited: boolean;
  /** As it was written, for its author, who may change it; null for everybody else. */
  source: string | null;
  mayRemove: boolean;
}

/** A conversation about a passage. */
export interface Thread {
  id: string;
  /** Where the passage begins and ends: encoded relative positions in base64, which move with the text. */
  anchorFrom: string;
  anchorTo: string;
  /** What stood there when it began. */
  quote: string;
  resolvedBy: string | null;
  comments: Comment[];
}

const Words = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Write a comment.'),
  v.maxLength(4000, 'A comment has at most 4,000 characters.')
);

/** A relative position is a few dozen bytes. */
const Anchor = v.pipe(v.string(), v.maxLength(400), v.base64('Select the passage again.'));

export const BeginForm = v.object({
  anchorFrom: Anchor,
  anchorTo: Anchor,
  quote: v.pipe(
    v.string(),
    v.nonEmpty('Select a passage first.'),
    v.transform((text) => text.slice(0, 500))
  ),
  text: Words
});

export const ReplyForm = v.object({ thread: v.string(), text: Words });

export const ThreadForm = v.object({ thread: v.string() });

export const EditForm = v.object({ comment: v.string(), text: Words });

export const CommentForm = v.object({ comment: v.string() });
