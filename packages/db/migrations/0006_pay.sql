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
	"due_on" date,
	"reason" text NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "offer_condition_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "offer_condition_position_key" UNIQUE("org_id","offer_id","position"),
	CONSTRAINT "offer_condition_kind" CHECK ("offer_condition"."kind" in ('works_council', 'background_check', 'right_to_work', 'other')),
	CONSTRAINT "offer_condition_state" CHECK ("offer_condition"."state" in ('open', 'met', 'waived', 'failed')),
	CONSTRAINT "offer_condition_settled" CHECK (("offer_condition"."state" = 'open') = ("offer_condition"."settled_by" is null))
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
ALTER TABLE "offer" ADD COLUMN "variable_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "variable_percent" integer;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "equity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "equity_minor" bigint;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "signing_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "benefits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "approval_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_flow" ADD CONSTRAINT "approval_flow_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_flow" ADD CONSTRAINT "approval_flow_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "offer_approver_member_idx" ON "offer_approver" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_exception_asked_key" ON "offer_exception" USING btree ("org_id","offer_id") WHERE "offer_exception"."state" = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "pay_band_draft_key" ON "pay_band" USING btree ("org_id","framework_id","level_key","region") WHERE "pay_band"."state" = 'draft';