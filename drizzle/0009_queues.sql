CREATE TABLE "lead_offer" (
	"nomination_id" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_offer_nomination_id_account_id_pk" PRIMARY KEY("nomination_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "nomination_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"nomination_id" text NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "nomination_event" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_tending" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"tended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "nomination_waiting";--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "ask_after_weeks" integer DEFAULT 6;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "leave_after_weeks" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "interest" ADD COLUMN "brought_by" text;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "group_id" text;--> statement-breakpoint
UPDATE "nomination" n SET "group_id" = q."group_id" FROM "queue" q WHERE q."id" = n."queue_id";--> statement-breakpoint
ALTER TABLE "nomination" ALTER COLUMN "group_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "wanted_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "nomination" n SET "wanted_at" = greatest(n."created_at", (SELECT max(i."created_at") FROM "interest" i WHERE i."nomination_id" = n."id"));--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "pinned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "pinned_by" text;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "snoozed_by" text;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "lead_wanted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "lost" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "nomination" ADD COLUMN "withdrawn_for" text;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "place" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "by_hand_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lead_offer" ADD CONSTRAINT "lead_offer_nomination_id_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nomination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_offer" ADD CONSTRAINT "lead_offer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_comment" ADD CONSTRAINT "nomination_comment_nomination_id_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nomination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_comment" ADD CONSTRAINT "nomination_comment_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_event" ADD CONSTRAINT "nomination_event_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_event" ADD CONSTRAINT "nomination_event_nomination_id_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nomination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_event" ADD CONSTRAINT "nomination_event_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "nomination_comment_thread" ON "nomination_comment" USING btree ("nomination_id","created_at");--> statement-breakpoint
CREATE INDEX "nomination_event_group" ON "nomination_event" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "nomination_event_nomination" ON "nomination_event" USING btree ("nomination_id","created_at");--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_brought_by_nomination_id_fk" FOREIGN KEY ("brought_by") REFERENCES "public"."nomination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_pinned_by_account_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_snoozed_by_account_id_fk" FOREIGN KEY ("snoozed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "nomination_group" ON "nomination" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "nomination_joined" ON "nomination" USING btree ("joined_id") WHERE "nomination"."joined_id" is not null;--> statement-breakpoint
CREATE INDEX "nomination_wanted" ON "nomination" USING btree ("wanted_at") WHERE "nomination"."withdrawn_at" is null and "nomination"."chosen_at" is null and "nomination"."asked_at" is null;--> statement-breakpoint
CREATE INDEX "nomination_asked" ON "nomination" USING btree ("asked_at") WHERE "nomination"."withdrawn_at" is null and "nomination"."chosen_at" is null and "nomination"."asked_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "nomination_waiting" ON "nomination" USING btree ("group_id","paper_id") WHERE "nomination"."withdrawn_at" is null and "nomination"."chosen_at" is null;