CREATE TABLE "attempt" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authenticator" (
	"account_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id_hash" text NOT NULL,
	"account_id" text NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "device_id_hash_account_id_pk" PRIMARY KEY("id_hash","account_id")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "mailed_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"account_id" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" integer NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"code_hash" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "quiet_hours" (
	"account_id" text PRIMARY KEY NOT NULL,
	"from_time" time NOT NULL,
	"until_time" time NOT NULL,
	"timezone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsubscription" (
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unsubscription_group_id_account_id_kind_pk" PRIMARY KEY("group_id","account_id","kind")
);
--> statement-breakpoint
CREATE TABLE "absence" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"meeting_id" text NOT NULL,
	"account_id" text NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"attended_at" timestamp with time zone,
	CONSTRAINT "attendance_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"group_id" text,
	"account_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_key_unique" UNIQUE("key"),
	CONSTRAINT "calendar_groupId_unique" UNIQUE("group_id"),
	CONSTRAINT "calendar_accountId_unique" UNIQUE("account_id"),
	CONSTRAINT "calendar_whose" CHECK (num_nonnulls("calendar"."group_id", "calendar"."account_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"meeting_id" text NOT NULL,
	"name" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "duty_meeting_id_name_pk" PRIMARY KEY("meeting_id","name")
);
--> statement-breakpoint
CREATE TABLE "hand" (
	"meeting_id" text NOT NULL,
	"account_id" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hand_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "swap" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_of" text NOT NULL,
	"return_item_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "paper_word" (
	"word" text PRIMARY KEY NOT NULL,
	"papers" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taste" (
	"group_id" text PRIMARY KEY NOT NULL,
	"trained_at" timestamp with time zone NOT NULL,
	"examples" integer NOT NULL,
	"model" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "proven_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "seats" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "reminds_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot_option" ADD COLUMN "lead_offered_by" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "recipient" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "lead_draw" jsonb;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "cancelled_for" text;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "told_sequence" integer;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "reminded_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_link" ADD CONSTRAINT "mailed_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscription" ADD CONSTRAINT "unsubscription_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscription" ADD CONSTRAINT "unsubscription_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand" ADD CONSTRAINT "hand_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand" ADD CONSTRAINT "hand_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_asked_of_account_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap" ADD CONSTRAINT "swap_return_item_id_agenda_item_id_fk" FOREIGN KEY ("return_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taste" ADD CONSTRAINT "taste_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_account" ON "attempt" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "attempt_expiry" ON "attempt" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "device_account" ON "device" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "device_last_used" ON "device" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "identity_account" ON "identity" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mailed_link_account" ON "mailed_link" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mailed_link_expiry" ON "mailed_link" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_account" ON "passkey" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "absence_group" ON "absence" USING btree ("group_id","until_on");--> statement-breakpoint
CREATE INDEX "attendance_account" ON "attendance" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "holiday_group" ON "holiday" USING btree ("group_id","until_on");--> statement-breakpoint
CREATE INDEX "question_meeting" ON "question" USING btree ("meeting_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "swap_open" ON "swap" USING btree ("item_id") WHERE "swap"."accepted_at" is null and "swap"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "swap_asked" ON "swap" USING btree ("asked_of");--> statement-breakpoint
CREATE INDEX "paper_word_trigrams" ON "paper_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "rate_limit_expire" ON "rate_limit" USING btree ("expire");--> statement-breakpoint
ALTER TABLE "ballot_option" ADD CONSTRAINT "ballot_option_lead_offered_by_account_id_fk" FOREIGN KEY ("lead_offered_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_reminder" ON "ballot" USING btree ("reminds_at") WHERE "ballot"."reminded_at" is null and "ballot"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "agenda_item_lead" ON "agenda_item" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "meeting_start" ON "meeting" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "meeting_untold" ON "meeting" USING btree ("starts_at") WHERE "meeting"."told_sequence" is distinct from "meeting"."sequence";--> statement-breakpoint
CREATE INDEX "paper_published" ON "paper" USING btree ("published_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "paper_incomplete_doi" ON "paper" USING btree ("created_at") WHERE "paper"."completed_at" is null and "paper"."arxiv_id" is null and "paper"."doi" is not null;