CREATE TABLE "action_item" (
	"note_id" text NOT NULL,
	"position" integer NOT NULL,
	"group_id" text NOT NULL,
	"text" text NOT NULL,
	"assignee_id" text,
	"due_on" date,
	"done_at" timestamp with time zone,
	CONSTRAINT "action_item_note_id_position_pk" PRIMARY KEY("note_id","position")
);
--> statement-breakpoint
CREATE TABLE "note_citation" (
	"note_id" text NOT NULL,
	"cited_id" text NOT NULL,
	CONSTRAINT "note_citation_note_id_cited_id_pk" PRIMARY KEY("note_id","cited_id")
);
--> statement-breakpoint
CREATE TABLE "note_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "note_mention" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"thread_id" text,
	"account_id" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "note_template" (
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "note_template_group_id_kind_pk" PRIMARY KEY("group_id","kind")
);
--> statement-breakpoint
CREATE TABLE "note_thread" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"anchor_from" "bytea" NOT NULL,
	"anchor_to" "bytea" NOT NULL,
	"quote" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text
);
--> statement-breakpoint
CREATE TABLE "note_version" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"reason" text NOT NULL,
	"name" text,
	"text" text NOT NULL,
	"state" "bytea" NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "note_writer" (
	"note_id" text NOT NULL,
	"client" bigint NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "note_writer_note_id_client_pk" PRIMARY KEY("note_id","client")
);
--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "guests_comment_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "note" ADD COLUMN "share_key" text;--> statement-breakpoint
ALTER TABLE "note" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_assignee_id_account_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_citation" ADD CONSTRAINT "note_citation_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_thread_id_note_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."note_thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_thread_id_note_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."note_thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_template" ADD CONSTRAINT "note_template_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_template" ADD CONSTRAINT "note_template_changed_by_account_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_thread" ADD CONSTRAINT "note_thread_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_thread" ADD CONSTRAINT "note_thread_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_thread" ADD CONSTRAINT "note_thread_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_note_id_note_head_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note_head"("note_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_writer" ADD CONSTRAINT "note_writer_note_id_note_head_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note_head"("note_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_writer" ADD CONSTRAINT "note_writer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_item_open" ON "action_item" USING btree ("group_id") WHERE "action_item"."done_at" is null;--> statement-breakpoint
CREATE INDEX "action_item_assignee" ON "action_item" USING btree ("assignee_id") WHERE "action_item"."done_at" is null;--> statement-breakpoint
CREATE INDEX "note_citation_cited" ON "note_citation" USING btree ("cited_id");--> statement-breakpoint
CREATE INDEX "note_comment_thread" ON "note_comment" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "note_mention_text" ON "note_mention" USING btree ("note_id","account_id") WHERE "note_mention"."thread_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "note_mention_thread" ON "note_mention" USING btree ("thread_id","account_id") WHERE "note_mention"."thread_id" is not null;--> statement-breakpoint
CREATE INDEX "note_mention_account" ON "note_mention" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "note_thread_note" ON "note_thread" USING btree ("note_id","created_at");--> statement-breakpoint
CREATE INDEX "note_version_note" ON "note_version" USING btree ("note_id","created_at");--> statement-breakpoint
ALTER TABLE "note_head" DROP COLUMN "access_epoch";--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_shareKey_unique" UNIQUE("share_key");