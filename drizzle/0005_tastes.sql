CREATE TABLE "taste" (
	"group_id" text PRIMARY KEY NOT NULL,
	"trained_at" timestamp with time zone NOT NULL,
	"examples" integer NOT NULL,
	"model" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "taste" ADD CONSTRAINT "taste_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;