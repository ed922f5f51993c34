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
ALTER TABLE "audit_detail" ADD COLUMN "judged" boolean GENERATED ALWAYS AS (coalesce(details ? 'judged', false)) STORED;--> statement-breakpoint
ALTER TABLE "policy_case" ADD CONSTRAINT "policy_case_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."policy_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_trial" ADD CONSTRAINT "policy_trial_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."policy_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_policy_fkey" FOREIGN KEY ("org_id","policy_id") REFERENCES "public"."policy"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_approver_fkey" FOREIGN KEY ("org_id","approver_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "policy_case_version_idx" ON "policy_case" USING btree ("org_id","version_id","trial_id","differs","id");--> statement-breakpoint
CREATE INDEX "policy_case_candidate_idx" ON "policy_case" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "policy_refusal_rule_idx" ON "policy_refusal" USING btree ("org_id","rule","id");--> statement-breakpoint
CREATE INDEX "policy_refusal_candidate_idx" ON "policy_refusal" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "policy_trial_version_idx" ON "policy_trial" USING btree ("org_id","version_id","id");--> statement-breakpoint
CREATE INDEX "audit_detail_judged_idx" ON "audit_detail" USING btree ("org_id","entry_id") WHERE judged;