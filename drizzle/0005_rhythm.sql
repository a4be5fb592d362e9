CREATE TABLE "holiday" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "cancelled_for" text;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holiday_group" ON "holiday" USING btree ("group_id","until_on");