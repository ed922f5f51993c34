CREATE TABLE "deadline" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"job_id" uuid,
	"application_id" uuid,
	"candidate_id" uuid,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"set_by" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"owner_id" uuid,
	"stand_in_id" uuid,
	"reassigned_by" uuid,
	"reassign_reason" text NOT NULL,
	"state" text NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" uuid,
	"recorded_by" uuid,
	"remind_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deadline_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "deadline_origin_key" UNIQUE("org_id","kind","subject_id","origin"),
	CONSTRAINT "deadline_state" CHECK ("deadline"."state" in ('open', 'done', 'late', 'void')),
	CONSTRAINT "deadline_done" CHECK (("deadline"."state" in ('done', 'late')) = ("deadline"."done_at" is not null)),
	CONSTRAINT "deadline_two_people" CHECK ("deadline"."owner_id" <> "deadline"."stand_in_id")
);
--> statement-breakpoint
CREATE TABLE "member_absence" (
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"stand_in_id" uuid,
	CONSTRAINT "member_absence_pkey" PRIMARY KEY("org_id","member_id"),
	CONSTRAINT "member_absence_times" CHECK ("member_absence"."from_at" < "member_absence"."until_at"),
	CONSTRAINT "member_absence_other" CHECK ("member_absence"."member_id" <> "member_absence"."stand_in_id")
);
--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_owner_fkey" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_stand_in_fkey" FOREIGN KEY ("org_id","stand_in_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_absence" ADD CONSTRAINT "member_absence_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_absence" ADD CONSTRAINT "member_absence_stand_in_fkey" FOREIGN KEY ("org_id","stand_in_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_open_key" ON "deadline" USING btree ("org_id","kind","subject_id") WHERE "deadline"."state" = 'open' and "deadline"."recorded_by" is null;--> statement-breakpoint
CREATE INDEX "deadline_due_idx" ON "deadline" USING btree ("org_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_owner_idx" ON "deadline" USING btree ("org_id","owner_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_stand_in_idx" ON "deadline" USING btree ("org_id","stand_in_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_job_idx" ON "deadline" USING btree ("org_id","job_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_application_idx" ON "deadline" USING btree ("org_id","application_id");--> statement-breakpoint
CREATE INDEX "deadline_candidate_idx" ON "deadline" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "deadline_remind_idx" ON "deadline" USING btree ("org_id","remind_at") WHERE "deadline"."state" = 'open';--> statement-breakpoint
CREATE INDEX "member_absence_stand_in_idx" ON "member_absence" USING btree ("org_id","stand_in_id");