CREATE TABLE "former_paper" (
	"id" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"united_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trending_paper" (
	"paper_id" text PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"upvotes" integer NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "feed_listing_day";--> statement-breakpoint
ALTER TABLE "paper" drop column "words";--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('colloquy', title), 'A')
        || setweight(to_tsvector('colloquy', authors || keywords), 'B')
        || setweight(to_tsvector('colloquy', left(abstract, 50000)), 'C')
        || array_to_tsvector(array[
          '@' || coalesce(extract(year from published_on)::integer::text, ''),
          '@' || coalesce(extract(year from published_on)::integer::text || '-' || extract(month from published_on)::integer::text, '')])) STORED;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "joined_id" text;--> statement-breakpoint
ALTER TABLE "former_paper" ADD CONSTRAINT "former_paper_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trending_paper" ADD CONSTRAINT "trending_paper_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_paper_paper" ON "former_paper" USING btree ("paper_id");--> statement-breakpoint
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_joined_id_nomination_id_fk" FOREIGN KEY ("joined_id") REFERENCES "public"."nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feed_listing_day" ON "feed_listing" USING btree ("day","paper_id","upvotes","source");--> statement-breakpoint
-- It went with the column.
CREATE INDEX "paper_words" ON "paper" USING gin ("words");
