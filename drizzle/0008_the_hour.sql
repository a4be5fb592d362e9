CREATE TABLE "carry_over" (
	"meeting_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"nomination_id" text,
	"to_meeting_id" text,
	"lead_id" text,
	"minutes" integer,
	"position" integer NOT NULL,
	CONSTRAINT "carry_over_meeting_id_paper_id_pk" PRIMARY KEY("meeting_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "paper_summary" (
	"group_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_summary_group_id_paper_id_pk" PRIMARY KEY("group_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "note_decision" (
	"note_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "note_decision_note_id_position_pk" PRIMARY KEY("note_id","position")
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_nomination_id_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_to_meeting_id_meeting_id_fk" FOREIGN KEY ("to_meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_lead_id_account_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_summary" ADD CONSTRAINT "paper_summary_group_id_reading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."reading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_summary" ADD CONSTRAINT "paper_summary_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_summary" ADD CONSTRAINT "paper_summary_written_by_account_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_decision" ADD CONSTRAINT "note_decision_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carry_over_to" ON "carry_over" USING btree ("to_meeting_id");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;