CREATE TABLE "digest" (
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"every" text DEFAULT 'weekly' NOT NULL,
	"since_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_group_id_account_id_pk" PRIMARY KEY("group_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_step" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" text,
	"missed_at" timestamp with time zone,
	"missed" text,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	"lock_id" text,
	"ballot_id" text
);
--> statement-breakpoint
CREATE TABLE "queue_lock" (
	"id" text PRIMARY KEY NOT NULL,
	"queue_id" text NOT NULL,
	"shortlist" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ballot" ALTER COLUMN "opened_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "timezone" text;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "cycle" jsonb;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_done_by_account_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_undone_by_account_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_lock_id_queue_lock_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."queue_lock"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_lock" ADD CONSTRAINT "queue_lock_queue_id_queue_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digest_due" ON "digest" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_step_planned" ON "meeting_step" USING btree ("meeting_id","kind") WHERE "meeting_step"."done_at" is null and "meeting_step"."missed_at" is null;--> statement-breakpoint
CREATE INDEX "meeting_step_due" ON "meeting_step" USING btree ("due_at") WHERE "meeting_step"."done_at" is null and "meeting_step"."missed_at" is null;--> statement-breakpoint
CREATE INDEX "meeting_step_meeting" ON "meeting_step" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "queue_lock_standing" ON "queue_lock" USING btree ("queue_id") WHERE "queue_lock"."ended_at" is null;