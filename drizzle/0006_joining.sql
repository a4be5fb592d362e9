CREATE TABLE "act" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"group_id" text,
	"kind" text NOT NULL,
	"person_id" text,
	"about" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "join_request" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"sentence" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "listed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "archive_public_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "schedule_public_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "names_public_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "join_domains" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "join_role" text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE "act" ADD CONSTRAINT "act_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act" ADD CONSTRAINT "act_person_id_account_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_membership_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_membership_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_group" ON "act" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "act_created" ON "act" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "act_account" ON "act" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "act_person" ON "act" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_open" ON "handover" USING btree ("to_id") WHERE coalesce("handover"."accepted_at", "handover"."declined_at", "handover"."withdrawn_at") is null;--> statement-breakpoint
CREATE INDEX "handover_group" ON "handover" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "handover_from" ON "handover" USING btree ("from_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_request_open" ON "join_request" USING btree ("group_id","account_id") WHERE coalesce("join_request"."accepted_at", "join_request"."declined_at", "join_request"."withdrawn_at") is null;--> statement-breakpoint
CREATE INDEX "join_request_account" ON "join_request" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "join_request_decided_by" ON "join_request" USING btree ("decided_by");