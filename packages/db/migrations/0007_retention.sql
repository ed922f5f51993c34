CREATE TABLE "legal_hold" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid,
	"job_id" uuid,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_reason" text,
	CONSTRAINT "legal_hold_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "legal_hold_one" CHECK (num_nonnulls("legal_hold"."candidate_id", "legal_hold"."job_id") = 1),
	CONSTRAINT "legal_hold_lifted" CHECK (("legal_hold"."lifted_at" is null) = ("legal_hold"."lifted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "pool_consent" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"text_version" text NOT NULL,
	"text" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended" text,
	CONSTRAINT "pool_consent_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "pool_consent_ended" CHECK (("pool_consent"."ended_at" is null) = ("pool_consent"."ended" is null))
);
--> statement-breakpoint
CREATE TABLE "privacy_notice" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"text" text NOT NULL,
	"sent_by" uuid,
	"mail_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "privacy_notice_pkey" PRIMARY KEY("org_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "restriction" (
	"org_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "restriction_pkey" PRIMARY KEY("org_id","subject_id"),
	CONSTRAINT "restriction_kind" CHECK ("restriction"."kind" in ('candidate', 'application', 'part'))
);
--> statement-breakpoint
CREATE TABLE "retention_settings" (
	"org_id" uuid NOT NULL,
	"ask_at_rejection" boolean NOT NULL,
	"pool_months" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "retention_settings_pkey" PRIMARY KEY("org_id"),
	CONSTRAINT "retention_settings_months" CHECK ("retention_settings"."pool_months" between 1 and 24)
);
--> statement-breakpoint
ALTER TABLE "candidate" DROP CONSTRAINT "candidate_email_key";--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "set_aside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_member_fkey" FOREIGN KEY ("org_id","set_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_consent" ADD CONSTRAINT "pool_consent_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_notice" ADD CONSTRAINT "privacy_notice_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_hold_candidate_key" ON "legal_hold" USING btree ("org_id","candidate_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_hold_job_key" ON "legal_hold" USING btree ("org_id","job_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pool_consent_open_key" ON "pool_consent" USING btree ("org_id","candidate_id") WHERE "pool_consent"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pool_consent_expiry_idx" ON "pool_consent" USING btree ("org_id","ended_at","expires_at");--> statement-breakpoint
CREATE INDEX "restriction_candidate_idx" ON "restriction" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_email_key" ON "candidate" USING btree ("org_id","email") WHERE not "candidate"."set_aside";--> statement-breakpoint
CREATE INDEX "candidate_aside_idx" ON "candidate" USING btree ("org_id","email") WHERE "candidate"."set_aside";