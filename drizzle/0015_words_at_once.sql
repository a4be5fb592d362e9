DROP INDEX "paper_title_trigrams";--> statement-breakpoint
ALTER INDEX "note_comment_words" SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX "paper_words" SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX "paper_word_trigrams" SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX "nomination_words" SET (fastupdate = off);--> statement-breakpoint
-- What waited to be filed until now.
SELECT gin_clean_pending_list(name) FROM unnest(ARRAY['note_comment_words', 'paper_words', 'paper_word_trigrams', 'nomination_words']::regclass[]) AS name;
