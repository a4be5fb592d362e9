CREATE TABLE "repeatable" (
	"token_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" integer,
	"body" text DEFAULT '' NOT NULL,
	CONSTRAINT "repeatable_token_id_key_pk" PRIMARY KEY("token_id","key")
);
--> statement-breakpoint
ALTER TABLE "token" ADD COLUMN "scopes" jsonb DEFAULT '["papers:write","queue:write","ballots:write","meetings:write","notes:write","groups:write"]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "token" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "token" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "repeatable" ADD CONSTRAINT "repeatable_token_id_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."token"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "repeatable_created" ON "repeatable" USING btree ("created_at");