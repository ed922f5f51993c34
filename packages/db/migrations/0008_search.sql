CREATE TABLE "candidate_term" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "candidate_term_pkey" PRIMARY KEY("org_id","candidate_id","term","kind"),
	CONSTRAINT "candidate_term_kind" CHECK ("candidate_term"."kind" in ('whole', 'name', 'mail', 'line', 'near'))
);
--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "searchable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate_term" ADD CONSTRAINT "candidate_term_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_term_idx" ON "candidate_term" USING btree ("org_id","kind","term","candidate_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "application_waiting_idx" ON "application" USING btree ("org_id","job_id","state","entered_stage_at","id");--> statement-breakpoint
CREATE INDEX "application_person_idx" ON "application" USING btree ("org_id","job_id","candidate_id");--> statement-breakpoint
CREATE INDEX "candidate_unsearchable_idx" ON "candidate" USING btree ("org_id","id") WHERE not "candidate"."searchable";--> statement-breakpoint
CREATE INDEX "link_expiry_idx" ON "identity"."link" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "scorecard_interview_idx" ON "scorecard" USING btree ("org_id","interview_id");--> statement-breakpoint
CREATE INDEX "session_expiry_idx" ON "identity"."session" USING btree ("expires_at");