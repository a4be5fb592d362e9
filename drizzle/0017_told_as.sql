ALTER TABLE "meeting" ADD COLUMN "told_as" jsonb;--> statement-breakpoint
UPDATE "meeting" SET "told_as" = jsonb_build_object('title', "title", 'startsAt', to_char("starts_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'place', "place") WHERE "told_sequence" = "sequence";
