CREATE TABLE "adverse_impact" (
	"org_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"least" integer NOT NULL,
	"tables" jsonb NOT NULL,
	"attributes" text[] NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adverse_impact_pkey" PRIMARY KEY("org_id","year"),
	CONSTRAINT "adverse_impact_least" CHECK ("adverse_impact"."least" >= 5)
);
--> statement-breakpoint
CREATE TABLE "approval_flow" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid,
	"number" integer NOT NULL,
	"groups" jsonb NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_flow_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "approval_flow_number_key" UNIQUE NULLS NOT DISTINCT("org_id","job_id","number")
);
--> statement-breakpoint
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
CREATE TABLE "experiment" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"metric" text NOT NULL,
	"variants" jsonb NOT NULL,
	"minimum" integer NOT NULL,
	"state" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_by" uuid,
	"started_at" timestamp (3) with time zone,
	"stopped_by" uuid,
	"stopped_at" timestamp (3) with time zone,
	"stop_reason" text,
	CONSTRAINT "experiment_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "experiment_state" CHECK ("experiment"."state" in ('draft', 'running', 'stopped')),
	CONSTRAINT "experiment_by_two" CHECK ("experiment"."started_by" <> "experiment"."created_by")
);
--> statement-breakpoint
CREATE TABLE "exposure" (
	"org_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"variant" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exposure_pkey" PRIMARY KEY("org_id","experiment_id","subject_id")
);
--> statement-breakpoint
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
CREATE TABLE "offer_approver" (
	"org_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"instead_of" uuid,
	"approved_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "offer_approver_pkey" PRIMARY KEY("org_id","offer_id","round","position","member_id")
);
--> statement-breakpoint
CREATE TABLE "offer_condition" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"demanded_by" text,
	"after_acceptance" boolean NOT NULL,
	"state" text NOT NULL,
	"asked_on" date,
	"due_on" date,
	"reason" text NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "offer_condition_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "offer_condition_position_key" UNIQUE("org_id","offer_id","position"),
	CONSTRAINT "offer_condition_kind" CHECK ("offer_condition"."kind" in ('works_council', 'background_check', 'right_to_work', 'other')),
	CONSTRAINT "offer_condition_state" CHECK ("offer_condition"."state" in ('open', 'met', 'waived', 'failed')),
	CONSTRAINT "offer_condition_settled" CHECK (("offer_condition"."state" = 'open') = ("offer_condition"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "offer_exception" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"with_variable_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"answer_reason" text NOT NULL,
	CONSTRAINT "offer_exception_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "offer_exception_state" CHECK ("offer_exception"."state" in ('asked', 'approved', 'refused')),
	CONSTRAINT "offer_exception_by_another" CHECK ("offer_exception"."state" = 'asked' or coalesce("offer_exception"."answered_by" <> "offer_exception"."asked_by" and "offer_exception"."answered_by" <> "offer_exception"."author_id", false))
);
--> statement-breakpoint
CREATE TABLE "offer_group" (
	"org_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"approvals" integer NOT NULL,
	"exception" boolean NOT NULL,
	"flow_id" uuid,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "offer_group_pkey" PRIMARY KEY("org_id","offer_id","round","position"),
	CONSTRAINT "offer_group_approvals" CHECK ("offer_group"."approvals" > 0)
);
--> statement-breakpoint
CREATE TABLE "pay_band" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"level_key" text NOT NULL,
	"region" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"min_minor" bigint NOT NULL,
	"mid_minor" bigint NOT NULL,
	"max_minor" bigint NOT NULL,
	"effective_from" date NOT NULL,
	"ends" boolean NOT NULL,
	"reason" text NOT NULL,
	"example" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	CONSTRAINT "pay_band_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "pay_band_number_key" UNIQUE("org_id","framework_id","level_key","region","number"),
	CONSTRAINT "pay_band_state" CHECK ("pay_band"."state" in ('draft', 'approved', 'discarded')),
	CONSTRAINT "pay_band_order" CHECK ("pay_band"."min_minor" <= "pay_band"."mid_minor" and "pay_band"."mid_minor" <= "pay_band"."max_minor"),
	CONSTRAINT "pay_band_two_people" CHECK ("pay_band"."state" <> 'approved' or coalesce("pay_band"."author_id" <> "pay_band"."approved_by", false))
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule" text NOT NULL,
	"region" text NOT NULL,
	"experiment" text NOT NULL,
	"client" text NOT NULL,
	"network" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "policy_segment_key" UNIQUE("org_id","rule","region","experiment","client","network")
);
--> statement-breakpoint
CREATE TABLE "policy_case" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"trial_id" uuid,
	"differs" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"job_id" uuid,
	"candidate_id" uuid,
	"was" jsonb,
	"would" jsonb,
	CONSTRAINT "policy_case_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "policy_head" (
	"org_id" uuid NOT NULL,
	"epoch" bigint NOT NULL,
	CONSTRAINT "policy_head_pkey" PRIMARY KEY("org_id")
);
--> statement-breakpoint
CREATE TABLE "policy_refusal" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"rule" text NOT NULL,
	"actor_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"job_id" uuid,
	"candidate_id" uuid,
	"explanation" jsonb NOT NULL,
	CONSTRAINT "policy_refusal_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "policy_trial" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"seen" integer NOT NULL,
	"judged" integer NOT NULL,
	"changed" integer NOT NULL,
	"cursor" uuid,
	"started_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "policy_trial_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "policy_trial_state" CHECK ("policy_trial"."state" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"number" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"kind" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"ends" boolean NOT NULL,
	"effective_from" timestamp (3) with time zone,
	"effective_to" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"shadow_since" timestamp (3) with time zone,
	"author_id" uuid NOT NULL,
	"approver_id" uuid,
	"approved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_version_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "policy_version_number_key" UNIQUE("org_id","policy_id","number"),
	CONSTRAINT "policy_version_state" CHECK ("policy_version"."state" in ('draft', 'proposed', 'approved', 'discarded')),
	CONSTRAINT "policy_version_kind" CHECK ("policy_version"."kind" in ('validation', 'flow')),
	CONSTRAINT "policy_version_two_people" CHECK ("policy_version"."author_id" <> "policy_version"."approver_id"),
	CONSTRAINT "policy_version_approved" CHECK (("policy_version"."state" = 'approved') = (num_nulls("policy_version"."number", "policy_version"."approver_id", "policy_version"."approved_at") = 0) and ("policy_version"."state" <> 'approved' or "policy_version"."effective_from" is not null)),
	CONSTRAINT "policy_version_dates" CHECK ("policy_version"."effective_from" < "policy_version"."effective_to")
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
CREATE TABLE "region_pack" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"effective_from" date NOT NULL,
	"document" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	CONSTRAINT "region_pack_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "region_pack_number_key" UNIQUE("org_id","number"),
	CONSTRAINT "region_pack_state" CHECK ("region_pack"."state" in ('draft', 'approved', 'discarded')),
	CONSTRAINT "region_pack_two" CHECK ("region_pack"."approved_by" <> "region_pack"."created_by"),
	CONSTRAINT "region_pack_approved" CHECK (("region_pack"."state" = 'approved') = ("region_pack"."approved_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "region_size" (
	"org_id" uuid NOT NULL,
	"region" text NOT NULL,
	"employees" integer NOT NULL,
	CONSTRAINT "region_size_pkey" PRIMARY KEY("org_id","region"),
	CONSTRAINT "region_size_employees" CHECK ("region_size"."employees" >= 0)
);
--> statement-breakpoint
CREATE TABLE "requisition" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"title" text NOT NULL,
	"framework_id" uuid NOT NULL,
	"level_key" text NOT NULL,
	"locations" text[] NOT NULL,
	"seats" integer NOT NULL,
	"pay_min_minor" bigint,
	"pay_max_minor" bigint,
	"pay_currency" text,
	"reason" text NOT NULL,
	"job_id" uuid,
	"offer_id" uuid,
	"author_id" uuid NOT NULL,
	"approval_round" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "requisition_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "requisition_number_key" UNIQUE("org_id","number"),
	CONSTRAINT "requisition_state" CHECK ("requisition"."state" in ('draft', 'pending', 'approved', 'on_hold', 'fulfilled', 'cancelled')),
	CONSTRAINT "requisition_seats" CHECK ("requisition"."seats" between 1 and 1000),
	CONSTRAINT "requisition_band" CHECK (num_nulls("requisition"."pay_min_minor", "requisition"."pay_max_minor", "requisition"."pay_currency") in (0, 3) and coalesce("requisition"."pay_min_minor" <= "requisition"."pay_max_minor", true))
);
--> statement-breakpoint
CREATE TABLE "requisition_approver" (
	"org_id" uuid NOT NULL,
	"requisition_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"approved_at" timestamp (3) with time zone,
	CONSTRAINT "requisition_approver_pkey" PRIMARY KEY("org_id","requisition_id","round","position","member_id")
);
--> statement-breakpoint
CREATE TABLE "requisition_group" (
	"org_id" uuid NOT NULL,
	"requisition_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"approvals" integer NOT NULL,
	CONSTRAINT "requisition_group_pkey" PRIMARY KEY("org_id","requisition_id","round","position"),
	CONSTRAINT "requisition_group_approvals" CHECK ("requisition_group"."approvals" > 0)
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
CREATE TABLE "self_identification" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"attribute" text NOT NULL,
	"candidate_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"counted_in" integer,
	CONSTRAINT "self_identification_pkey" PRIMARY KEY("org_id","application_id","attribute")
);
--> statement-breakpoint
ALTER TABLE "candidate" DROP CONSTRAINT "candidate_email_key";--> statement-breakpoint
ALTER TABLE "audit_detail" ADD COLUMN "judged" boolean GENERATED ALWAYS AS (coalesce(details ? 'judged', false)) STORED;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "set_aside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "job_post" ADD COLUMN "statements" jsonb;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "work_place" text;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "variable_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "variable_percent" integer;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "equity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "equity_minor" bigint;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "signing_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "benefits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "approval_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "opening" ADD COLUMN "requisition_id" uuid;--> statement-breakpoint
ALTER TABLE "organization_settings" ADD COLUMN "traits" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_flow" ADD CONSTRAINT "approval_flow_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_flow" ADD CONSTRAINT "approval_flow_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_owner_fkey" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_stand_in_fkey" FOREIGN KEY ("org_id","stand_in_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_starter_fkey" FOREIGN KEY ("org_id","started_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_stopper_fkey" FOREIGN KEY ("org_id","stopped_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_experiment_fkey" FOREIGN KEY ("org_id","experiment_id") REFERENCES "public"."experiment"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_member_fkey" FOREIGN KEY ("org_id","set_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_absence" ADD CONSTRAINT "member_absence_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_absence" ADD CONSTRAINT "member_absence_stand_in_fkey" FOREIGN KEY ("org_id","stand_in_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_approver" ADD CONSTRAINT "offer_approver_group_fkey" FOREIGN KEY ("org_id","offer_id","round","position") REFERENCES "public"."offer_group"("org_id","offer_id","round","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_approver" ADD CONSTRAINT "offer_approver_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_approver" ADD CONSTRAINT "offer_approver_instead_fkey" FOREIGN KEY ("org_id","instead_of") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_condition" ADD CONSTRAINT "offer_condition_offer_fkey" FOREIGN KEY ("org_id","offer_id") REFERENCES "public"."offer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_condition" ADD CONSTRAINT "offer_condition_settler_fkey" FOREIGN KEY ("org_id","settled_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_exception" ADD CONSTRAINT "offer_exception_offer_fkey" FOREIGN KEY ("org_id","offer_id") REFERENCES "public"."offer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_exception" ADD CONSTRAINT "offer_exception_asker_fkey" FOREIGN KEY ("org_id","asked_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_exception" ADD CONSTRAINT "offer_exception_answerer_fkey" FOREIGN KEY ("org_id","answered_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_group" ADD CONSTRAINT "offer_group_offer_fkey" FOREIGN KEY ("org_id","offer_id") REFERENCES "public"."offer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_group" ADD CONSTRAINT "offer_group_flow_fkey" FOREIGN KEY ("org_id","flow_id") REFERENCES "public"."approval_flow"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_band" ADD CONSTRAINT "pay_band_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_band" ADD CONSTRAINT "pay_band_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_band" ADD CONSTRAINT "pay_band_approver_fkey" FOREIGN KEY ("org_id","approved_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_case" ADD CONSTRAINT "policy_case_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."policy_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_trial" ADD CONSTRAINT "policy_trial_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."policy_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_policy_fkey" FOREIGN KEY ("org_id","policy_id") REFERENCES "public"."policy"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_approver_fkey" FOREIGN KEY ("org_id","approver_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_consent" ADD CONSTRAINT "pool_consent_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_notice" ADD CONSTRAINT "privacy_notice_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_pack" ADD CONSTRAINT "region_pack_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_pack" ADD CONSTRAINT "region_pack_approver_fkey" FOREIGN KEY ("org_id","approved_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_offer_fkey" FOREIGN KEY ("org_id","offer_id") REFERENCES "public"."offer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_approver" ADD CONSTRAINT "requisition_approver_group_fkey" FOREIGN KEY ("org_id","requisition_id","round","position") REFERENCES "public"."requisition_group"("org_id","requisition_id","round","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_approver" ADD CONSTRAINT "requisition_approver_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_group" ADD CONSTRAINT "requisition_group_requisition_fkey" FOREIGN KEY ("org_id","requisition_id") REFERENCES "public"."requisition"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_identification" ADD CONSTRAINT "self_identification_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_open_key" ON "deadline" USING btree ("org_id","kind","subject_id") WHERE "deadline"."state" = 'open' and "deadline"."recorded_by" is null;--> statement-breakpoint
CREATE INDEX "deadline_due_idx" ON "deadline" USING btree ("org_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_owner_idx" ON "deadline" USING btree ("org_id","owner_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_stand_in_idx" ON "deadline" USING btree ("org_id","stand_in_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_job_idx" ON "deadline" USING btree ("org_id","job_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deadline_application_idx" ON "deadline" USING btree ("org_id","application_id");--> statement-breakpoint
CREATE INDEX "deadline_candidate_idx" ON "deadline" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "deadline_remind_idx" ON "deadline" USING btree ("org_id","remind_at") WHERE "deadline"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "experiment_running_key" ON "experiment" USING btree ("org_id","rule") WHERE "experiment"."state" = 'running';--> statement-breakpoint
CREATE INDEX "exposure_subject_idx" ON "exposure" USING btree ("org_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_hold_candidate_key" ON "legal_hold" USING btree ("org_id","candidate_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_hold_job_key" ON "legal_hold" USING btree ("org_id","job_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "member_absence_stand_in_idx" ON "member_absence" USING btree ("org_id","stand_in_id");--> statement-breakpoint
CREATE INDEX "offer_approver_member_idx" ON "offer_approver" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_exception_asked_key" ON "offer_exception" USING btree ("org_id","offer_id") WHERE "offer_exception"."state" = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "pay_band_draft_key" ON "pay_band" USING btree ("org_id","framework_id","level_key","region") WHERE "pay_band"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "policy_case_version_idx" ON "policy_case" USING btree ("org_id","version_id","trial_id","differs","id");--> statement-breakpoint
CREATE INDEX "policy_case_candidate_idx" ON "policy_case" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "policy_refusal_rule_idx" ON "policy_refusal" USING btree ("org_id","rule","id");--> statement-breakpoint
CREATE INDEX "policy_refusal_candidate_idx" ON "policy_refusal" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "policy_trial_version_idx" ON "policy_trial" USING btree ("org_id","version_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_consent_open_key" ON "pool_consent" USING btree ("org_id","candidate_id") WHERE "pool_consent"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pool_consent_expiry_idx" ON "pool_consent" USING btree ("org_id","ended_at","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "region_pack_draft_key" ON "region_pack" USING btree ("org_id") WHERE "region_pack"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "requisition_job_idx" ON "requisition" USING btree ("org_id","job_id");--> statement-breakpoint
CREATE INDEX "requisition_author_idx" ON "requisition" USING btree ("org_id","author_id");--> statement-breakpoint
CREATE INDEX "requisition_approver_member_idx" ON "requisition_approver" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "restriction_candidate_idx" ON "restriction" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "self_identification_candidate_idx" ON "self_identification" USING btree ("org_id","candidate_id");--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_requisition_fkey" FOREIGN KEY ("org_id","requisition_id") REFERENCES "public"."requisition"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_detail_judged_idx" ON "audit_detail" USING btree ("org_id","entry_id") WHERE judged;--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_email_key" ON "candidate" USING btree ("org_id","email") WHERE not "candidate"."set_aside";--> statement-breakpoint
CREATE INDEX "candidate_aside_idx" ON "candidate" USING btree ("org_id","email") WHERE "candidate"."set_aside";--> statement-breakpoint
CREATE INDEX "opening_requisition_idx" ON "opening" USING btree ("org_id","requisition_id");