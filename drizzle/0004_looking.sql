CREATE TABLE "note_text" (
	"note_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('colloquy', left(text, 200000))) STORED
);
--> statement-breakpoint
CREATE TABLE "muted_word" (
	"account_id" text NOT NULL,
	"word" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "muted_word_account_id_word_pk" PRIMARY KEY("account_id","word")
);
--> statement-breakpoint
CREATE TABLE "paper_reader" (
	"account_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"seen_at" timestamp with time zone,
	"reading" text,
	"reading_at" timestamp with time zone,
	CONSTRAINT "paper_reader_account_id_paper_id_pk" PRIMARY KEY("account_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "saved_filter" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"once" text,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"calendar" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failure" text,
	"abandoned_at" timestamp with time zone,
	CONSTRAINT "mail_once_unique" UNIQUE("once")
);
--> statement-breakpoint
CREATE TABLE "paper_interest" (
	"group_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "paper_interest_group_id_paper_id_account_id_pk" PRIMARY KEY("group_id","paper_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "categories" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "feed_key" text;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "feed_shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "note_comment" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('colloquy', text)) STORED;--> statement-breakpoint
ALTER TABLE "feed_source" ADD COLUMN "listed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "feed_source" ADD COLUMN "newest_day" date;--> statement-breakpoint
ALTER TABLE "feed_source" ADD COLUMN "stale_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "revised_on" date;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "venue" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "categories" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "keywords" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('colloquy', title), 'A')
        || setweight(to_tsvector('colloquy', authors || keywords), 'B')
        || setweight(to_tsvector('colloquy', left(abstract, 50000)), 'C')) STORED;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "arxiv_version" integer;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('colloquy', pitch)) STORED;--> statement-breakpoint
ALTER TABLE "note_text" ADD CONSTRAINT "note_text_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_word" ADD CONSTRAINT "muted_word_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_reader" ADD CONSTRAINT "paper_reader_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_reader" ADD CONSTRAINT "paper_reader_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_interest" ADD CONSTRAINT "paper_interest_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_interest" ADD CONSTRAINT "paper_interest_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_interest" ADD CONSTRAINT "paper_interest_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "note_text_words" ON "note_text" USING gin ("words");--> statement-breakpoint
CREATE INDEX "paper_reader_paper" ON "paper_reader" USING btree ("paper_id") WHERE "paper_reader"."reading" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_filter_name" ON "saved_filter" USING btree ("account_id","name");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("due_at") WHERE "mail"."sent_at" is null and "mail"."abandoned_at" is null;--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "note_comment_words" ON "note_comment" USING gin ("words");--> statement-breakpoint
CREATE INDEX "feed_listing_day" ON "feed_listing" USING btree ("day");--> statement-breakpoint
CREATE INDEX "paper_words" ON "paper" USING gin ("words");--> statement-breakpoint
CREATE INDEX "paper_title_trigrams" ON "paper" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "paper_categories" ON "paper" USING gin ("categories");--> statement-breakpoint
CREATE INDEX "nomination_words" ON "nomination" USING gin ("words");--> statement-breakpoint
ALTER TABLE "reading_group" ADD CONSTRAINT "reading_group_feedKey_unique" UNIQUE("feed_key");