ALTER TABLE "ballot" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "seats" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "reminds_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ballot_option" ADD COLUMN "lead_offered_by" text;--> statement-breakpoint
ALTER TABLE "ballot_option" ADD CONSTRAINT "ballot_option_lead_offered_by_account_id_fk" FOREIGN KEY ("lead_offered_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_reminder" ON "ballot" USING btree ("reminds_at") WHERE "ballot"."reminded_at" is null and "ballot"."closed_at" is null;