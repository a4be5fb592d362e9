CREATE TABLE "paper_alias" (
	"id" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "deletion_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reading_group" ADD COLUMN "deletion_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper_alias" ADD CONSTRAINT "paper_alias_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_alias_paper" ON "paper_alias" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "account_created" ON "account" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "account_trigrams" ON "account" USING gin ("name" gin_trgm_ops,"email" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "account_deletion" ON "account" USING btree ("deletion_due_at") WHERE "account"."deletion_due_at" is not null;--> statement-breakpoint
CREATE INDEX "group_created" ON "reading_group" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "group_deletion" ON "reading_group" USING btree ("deletion_due_at") WHERE "reading_group"."deletion_due_at" is not null;