CREATE TABLE "past_duty" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"since" timestamp (3) with time zone,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "past_duty_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "past_duty_duty" CHECK ("past_duty"."duty" in ('recruiter', 'hiring_manager', 'substitute', 'coordinator', 'interviewer'))
);
--> statement-breakpoint
ALTER TABLE "hiring_team" ADD COLUMN "since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "past_duty" ADD CONSTRAINT "past_duty_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_duty" ADD CONSTRAINT "past_duty_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "past_duty_member_idx" ON "past_duty" USING btree ("org_id","member_id");