CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_email_key" UNIQUE("email"),
	CONSTRAINT "account_email_lower" CHECK ("identity"."account"."email" = lower("identity"."account"."email"))
);
--> statement-breakpoint
CREATE TABLE "adjustment" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"asked" text NOT NULL,
	"effect" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	CONSTRAINT "adjustment_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "anchor" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"summary" text NOT NULL,
	"proficiency" text NOT NULL,
	"examples" jsonb,
	"supporting_urls" jsonb,
	"position" integer NOT NULL,
	CONSTRAINT "anchor_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "anchor_cell_key" UNIQUE("org_id","competency_id","level_id")
);
--> statement-breakpoint
CREATE TABLE "application" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"pinned_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"state_reason" text,
	"source" text NOT NULL,
	"referred_by" uuid,
	"post_id" uuid,
	"cv_file_id" uuid,
	"transferred_from" uuid,
	"answers" jsonb NOT NULL,
	"next_word_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"entered_stage_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "application_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "application_state" CHECK ("application"."state" in ('active', 'on_hold', 'rejected', 'withdrawn', 'transferred', 'hired'))
);
--> statement-breakpoint
CREATE TABLE "application_event" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"sealed" boolean NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "application_event_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "application_stage" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"quorum_lowered_to" integer,
	"quorum_reason" text,
	"quorum_by" uuid,
	CONSTRAINT "application_stage_pkey" PRIMARY KEY("org_id","application_id","stage_id")
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"org_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	CONSTRAINT "audit_chain_pkey" PRIMARY KEY("org_id")
);
--> statement-breakpoint
CREATE TABLE "audit_detail" (
	"org_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"salt" text NOT NULL,
	"details" jsonb,
	"candidate_id" uuid,
	"sealed_application_id" uuid,
	"sealed_stage_id" uuid,
	"erased_at" timestamp (3) with time zone,
	"erased_reason" text,
	CONSTRAINT "audit_detail_pkey" PRIMARY KEY("org_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"org_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"ip" text NOT NULL,
	"request_id" text NOT NULL,
	"detail_digest" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_pkey" PRIMARY KEY("org_id","sequence"),
	CONSTRAINT "audit_entry_id_key" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "break_glass" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "break_glass_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "candidate" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"headline" text NOT NULL,
	"location" text NOT NULL,
	"links" text[] NOT NULL,
	"resume" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	"search_name" text GENERATED ALWAYS AS (lower(name)) STORED,
	"search_last" text GENERATED ALWAYS AS (lower(substring(name from '[^ ]+$'))) STORED,
	CONSTRAINT "candidate_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "candidate_email_key" UNIQUE("org_id","email"),
	CONSTRAINT "candidate_email_lower" CHECK ("candidate"."email" = lower("candidate"."email"))
);
--> statement-breakpoint
CREATE TABLE "competency" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"named" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "competency_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "competency_key_key" UNIQUE("org_id","version_id","key")
);
--> statement-breakpoint
CREATE TABLE "criterion" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"expected_level_id" uuid NOT NULL,
	"weight" integer NOT NULL,
	"required" boolean NOT NULL,
	"position" integer NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "criterion_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "criterion_competency_key" UNIQUE("org_id","plan_id","competency_id"),
	CONSTRAINT "criterion_weight" CHECK ("criterion"."weight" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "debrief" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"state" text NOT NULL,
	"notes" text NOT NULL,
	"reason" text,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "debrief_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "debrief_session_key" UNIQUE("org_id","application_id","stage_id","session"),
	CONSTRAINT "debrief_state" CHECK ("debrief"."state" in ('open', 'closed', 'not_held'))
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"level_key" text,
	"reason" text NOT NULL,
	"requirement" text,
	"ratings_before" jsonb NOT NULL,
	"ratings_after" jsonb NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"superseded_by" uuid,
	"reversal_reason" text,
	CONSTRAINT "decision_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "decision_kind" CHECK ("decision"."kind" in ('advance', 'reject', 'offer')),
	CONSTRAINT "decision_state" CHECK ("decision"."state" in ('recorded', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "decision_ground" (
	"org_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	CONSTRAINT "decision_ground_pkey" PRIMARY KEY("org_id","decision_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "deviation" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deviation_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "deviation_kind" CHECK ("deviation"."kind" in ('skip', 'back', 'extra_interview', 'level'))
);
--> statement-breakpoint
CREATE TABLE "disclosure" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"how" text NOT NULL,
	"pay_min_minor" bigint NOT NULL,
	"pay_max_minor" bigint NOT NULL,
	"pay_currency" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "disclosure_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "erasure_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "file_size" CHECK ("file"."size" between 1 and 10485760)
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "framework_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "framework_name_key" UNIQUE("org_id","name")
);
--> statement-breakpoint
CREATE TABLE "framework_level" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "framework_level_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "framework_level_key_key" UNIQUE("org_id","version_id","key")
);
--> statement-breakpoint
CREATE TABLE "framework_theme" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "framework_theme_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "framework_theme_key_key" UNIQUE("org_id","version_id","key")
);
--> statement-breakpoint
CREATE TABLE "framework_version" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"google_sheet_id" text NOT NULL,
	"is_legacy" boolean,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "framework_version_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "framework_version_number_key" UNIQUE("org_id","framework_id","number"),
	CONSTRAINT "framework_version_state" CHECK ("framework_version"."state" in ('draft', 'published'))
);
--> statement-breakpoint
CREATE TABLE "hiring_team" (
	"org_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"duty" text NOT NULL,
	CONSTRAINT "hiring_team_pkey" PRIMARY KEY("org_id","job_id","member_id","duty"),
	CONSTRAINT "hiring_team_duty" CHECK ("hiring_team"."duty" in ('recruiter', 'hiring_manager', 'substitute', 'coordinator', 'interviewer'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"org_id" uuid NOT NULL,
	"actor_id" text NOT NULL,
	"procedure" text NOT NULL,
	"key" text NOT NULL,
	"payload_hash" text NOT NULL,
	"answer" jsonb,
	"candidate_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_pkey" PRIMARY KEY("org_id","actor_id","procedure","key")
);
--> statement-breakpoint
CREATE TABLE "interview" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"plan_interview_id" uuid NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"absent_side" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"place" text NOT NULL,
	"focus" text NOT NULL,
	"extra" boolean NOT NULL,
	"sequence" integer NOT NULL,
	"proposed_times" jsonb NOT NULL,
	"proposal" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interview_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "interview_state" CHECK ("interview"."state" in ('planned', 'proposed', 'scheduled', 'held', 'absent', 'cancelled')),
	CONSTRAINT "interview_times" CHECK ("interview"."state" not in ('scheduled', 'held') or ("interview"."starts_at" < "interview"."ends_at"))
);
--> statement-breakpoint
CREATE TABLE "job" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"team" text NOT NULL,
	"framework_id" uuid NOT NULL,
	"level_key" text NOT NULL,
	"employment_type" text NOT NULL,
	"locations" text[] NOT NULL,
	"confidential" boolean NOT NULL,
	"recruiter_decides" boolean NOT NULL,
	"intake" jsonb NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "job_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "job_slug_key" UNIQUE("org_id","slug"),
	CONSTRAINT "job_state" CHECK ("job"."state" in ('draft', 'open', 'on_hold', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "job_post" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"pay_min_minor" bigint,
	"pay_max_minor" bigint,
	"pay_currency" text,
	"locations" text[] NOT NULL,
	"workplace" text NOT NULL,
	"closing_date" date,
	"privacy_notice" text NOT NULL,
	"questions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" uuid,
	"unpublished_at" timestamp (3) with time zone,
	"unpublished_reason" text,
	CONSTRAINT "job_post_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "job_post_number_key" UNIQUE("org_id","job_id","number"),
	CONSTRAINT "job_post_state" CHECK ("job_post"."state" in ('draft', 'published', 'unpublished')),
	CONSTRAINT "job_post_range" CHECK ("job_post"."pay_min_minor" <= "job_post"."pay_max_minor")
);
--> statement-breakpoint
CREATE TABLE "kit_criterion" (
	"org_id" uuid NOT NULL,
	"plan_interview_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "kit_criterion_pkey" PRIMARY KEY("org_id","plan_interview_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "kit_question" (
	"org_id" uuid NOT NULL,
	"plan_interview_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "kit_question_pkey" PRIMARY KEY("org_id","plan_interview_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"org_id" uuid,
	"subject_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text NOT NULL,
	"send_after" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "mail_state" CHECK ("mail"."state" in ('queued', 'sending', 'sent', 'taken_back', 'failed')),
	CONSTRAINT "mail_recipient" CHECK ("mail"."recipient" in ('member', 'candidate'))
);
--> statement-breakpoint
CREATE TABLE "member" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"candidate_id" uuid,
	"manager_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"title" text NOT NULL,
	"roles" text[] NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "member_email_key" UNIQUE("org_id","email"),
	CONSTRAINT "member_account_key" UNIQUE("org_id","account_id"),
	CONSTRAINT "member_state" CHECK ("member"."state" in ('invited', 'active', 'disabled')),
	CONSTRAINT "member_roles" CHECK ("member"."roles" <@ array['admin','recruiter','coordinator','hiring_manager','interviewer','engineer','manager','auditor'])
);
--> statement-breakpoint
CREATE TABLE "identity"."membership" (
	"account_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "membership_pkey" PRIMARY KEY("account_id","org_id"),
	CONSTRAINT "membership_member_key" UNIQUE("org_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "note_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "note_kind" CHECK ("note"."kind" in ('logistics', 'assessment'))
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"level_key" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"start_date" date NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"conditions" text NOT NULL,
	"range_reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"approver_id" uuid NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"withdrawal_asked_by" uuid,
	"withdrawal_reason" text,
	"withdrawal_approved_by" uuid,
	"sent_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answer" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offer_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "offer_number_key" UNIQUE("org_id","application_id","number"),
	CONSTRAINT "offer_two_people" CHECK ("offer"."author_id" <> "offer"."approver_id"),
	CONSTRAINT "offer_withdrawn_by_two" CHECK ("offer"."state" <> 'withdrawn' or coalesce("offer"."withdrawal_asked_by" <> "offer"."withdrawal_approved_by", false)),
	CONSTRAINT "offer_state" CHECK ("offer"."state" in ('draft', 'pending', 'approved', 'sent', 'change_asked', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded', 'confirmed', 'fell_through'))
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"offer_id" uuid,
	"close_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opening_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "opening_number_key" UNIQUE("org_id","job_id","number"),
	CONSTRAINT "opening_offer_key" UNIQUE("org_id","offer_id"),
	CONSTRAINT "opening_state" CHECK ("opening"."state" in ('open', 'reserved', 'filled', 'closed')),
	CONSTRAINT "opening_held_by_offer" CHECK (("opening"."state" in ('reserved', 'filled')) = ("opening"."offer_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "identity"."organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "organization_settings" (
	"org_id" uuid NOT NULL,
	"privacy_notice" text NOT NULL,
	"time_zone" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_settings_pkey" PRIMARY KEY("org_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."password" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"framework_version_id" uuid NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"current_since" timestamp (3) with time zone,
	CONSTRAINT "plan_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_number_key" UNIQUE("org_id","job_id","number"),
	CONSTRAINT "plan_state" CHECK ("plan"."state" in ('draft', 'current', 'past'))
);
--> statement-breakpoint
CREATE TABLE "plan_interview" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"position" integer NOT NULL,
	"instructions" text NOT NULL,
	CONSTRAINT "plan_interview_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_interview_position_key" UNIQUE("org_id","stage_id","position"),
	CONSTRAINT "plan_interview_kind" CHECK ("plan_interview"."kind" in ('interview', 'take_home', 'reference_check')),
	CONSTRAINT "plan_interview_minutes" CHECK ("plan_interview"."minutes" between 5 and 480)
);
--> statement-breakpoint
CREATE TABLE "plan_move" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone,
	"moved" integer,
	CONSTRAINT "plan_move_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_move_state" CHECK ("plan_move"."state" in ('asked', 'done', 'dropped')),
	CONSTRAINT "plan_move_two_people" CHECK ("plan_move"."done_by" <> "plan_move"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"competency_key" text NOT NULL,
	"text" text NOT NULL,
	"assesses" text NOT NULL,
	"strong_signals" text[] NOT NULL,
	"red_flags" text[] NOT NULL,
	"follow_ups" text[] NOT NULL,
	"tip" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "question_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "question_kind" CHECK ("question"."kind" in ('behavioural', 'technical', 'situational'))
);
--> statement-breakpoint
CREATE TABLE "relation" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relation_pkey" PRIMARY KEY("org_id","candidate_id","member_id","kind"),
	CONSTRAINT "relation_kind" CHECK ("relation"."kind" in ('referral', 'relation', 'self'))
);
--> statement-breakpoint
CREATE TABLE "scorecard" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"shadow" boolean NOT NULL,
	"state" text NOT NULL,
	"draft" jsonb,
	"draft_revision" integer NOT NULL,
	"draft_saved_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"counts_to_quorum" boolean NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"excused_reason" text,
	"excused_by" uuid,
	"author_read_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "scorecard_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "scorecard_state" CHECK ("scorecard"."state" in ('assigned', 'draft', 'submitted', 'excused', 'void', 'struck'))
);
--> statement-breakpoint
CREATE TABLE "scorecard_note" (
	"org_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "scorecard_note_pkey" PRIMARY KEY("org_id","scorecard_id","number","question_id")
);
--> statement-breakpoint
CREATE TABLE "scorecard_rating" (
	"org_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"criterion_id" uuid NOT NULL,
	"rating" text,
	"not_assessed_reason" text NOT NULL,
	"evidence" text NOT NULL,
	CONSTRAINT "scorecard_rating_pkey" PRIMARY KEY("org_id","scorecard_id","number","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "scorecard_version" (
	"org_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"recommendation" text,
	"summary" text NOT NULL,
	"reason" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"after_reading" boolean NOT NULL,
	"read_stages" text[] DEFAULT '{}'::text[] NOT NULL,
	"struck_at" timestamp (3) with time zone,
	"struck_by" uuid,
	"struck_reason" text,
	CONSTRAINT "scorecard_version_pkey" PRIMARY KEY("org_id","scorecard_id","number")
);
--> statement-breakpoint
CREATE TABLE "second_rating" (
	"org_id" uuid NOT NULL,
	"debrief_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "second_rating_pkey" PRIMARY KEY("org_id","debrief_id","scorecard_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."security_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"org_id" uuid,
	"ip" text NOT NULL,
	"request_id" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"user_agent" text NOT NULL,
	"ip" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"assesses" text NOT NULL,
	"tip" text NOT NULL,
	"debrief" boolean NOT NULL,
	"answer_days" integer NOT NULL,
	CONSTRAINT "stage_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "stage_key_key" UNIQUE("org_id","plan_id","key"),
	CONSTRAINT "stage_position_key" UNIQUE("org_id","plan_id","position"),
	CONSTRAINT "stage_kind" CHECK ("stage"."kind" in ('review', 'interview', 'offer'))
);
--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_competency_fkey" FOREIGN KEY ("org_id","competency_id") REFERENCES "public"."competency"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_level_fkey" FOREIGN KEY ("org_id","level_id") REFERENCES "public"."framework_level"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_post_fkey" FOREIGN KEY ("org_id","post_id") REFERENCES "public"."job_post"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_cv_fkey" FOREIGN KEY ("org_id","cv_file_id") REFERENCES "public"."file"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_referrer_fkey" FOREIGN KEY ("org_id","referred_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_stage" ADD CONSTRAINT "application_stage_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_stage" ADD CONSTRAINT "application_stage_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency" ADD CONSTRAINT "competency_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency" ADD CONSTRAINT "competency_theme_fkey" FOREIGN KEY ("org_id","theme_id") REFERENCES "public"."framework_theme"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_competency_fkey" FOREIGN KEY ("org_id","competency_id") REFERENCES "public"."competency"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_level_fkey" FOREIGN KEY ("org_id","expected_level_id") REFERENCES "public"."framework_level"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_member_fkey" FOREIGN KEY ("org_id","decided_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ground" ADD CONSTRAINT "decision_ground_decision_fkey" FOREIGN KEY ("org_id","decision_id") REFERENCES "public"."decision"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ground" ADD CONSTRAINT "decision_ground_criterion_fkey" FOREIGN KEY ("org_id","criterion_id") REFERENCES "public"."criterion"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deviation" ADD CONSTRAINT "deviation_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_theme" ADD CONSTRAINT "framework_theme_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring_team" ADD CONSTRAINT "hiring_team_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring_team" ADD CONSTRAINT "hiring_team_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview" ADD CONSTRAINT "interview_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview" ADD CONSTRAINT "interview_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview" ADD CONSTRAINT "interview_plan_interview_fkey" FOREIGN KEY ("org_id","plan_interview_id") REFERENCES "public"."plan_interview"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_post" ADD CONSTRAINT "job_post_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_criterion" ADD CONSTRAINT "kit_criterion_interview_fkey" FOREIGN KEY ("org_id","plan_interview_id") REFERENCES "public"."plan_interview"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_criterion" ADD CONSTRAINT "kit_criterion_criterion_fkey" FOREIGN KEY ("org_id","criterion_id") REFERENCES "public"."criterion"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_question" ADD CONSTRAINT "kit_question_interview_fkey" FOREIGN KEY ("org_id","plan_interview_id") REFERENCES "public"."plan_interview"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_question" ADD CONSTRAINT "kit_question_question_fkey" FOREIGN KEY ("org_id","question_id") REFERENCES "public"."question"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_manager_fkey" FOREIGN KEY ("org_id","manager_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."membership" ADD CONSTRAINT "membership_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "identity"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_approver_fkey" FOREIGN KEY ("org_id","approver_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."password" ADD CONSTRAINT "password_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_framework_version_fkey" FOREIGN KEY ("org_id","framework_version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_interview" ADD CONSTRAINT "plan_interview_stage_fkey" FOREIGN KEY ("org_id","stage_id") REFERENCES "public"."stage"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_move" ADD CONSTRAINT "plan_move_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_move" ADD CONSTRAINT "plan_move_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_move" ADD CONSTRAINT "plan_move_author_fkey" FOREIGN KEY ("org_id","asked_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_interview_fkey" FOREIGN KEY ("org_id","interview_id") REFERENCES "public"."interview"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_note" ADD CONSTRAINT "scorecard_note_version_fkey" FOREIGN KEY ("org_id","scorecard_id","number") REFERENCES "public"."scorecard_version"("org_id","scorecard_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_rating" ADD CONSTRAINT "scorecard_rating_version_fkey" FOREIGN KEY ("org_id","scorecard_id","number") REFERENCES "public"."scorecard_version"("org_id","scorecard_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_rating" ADD CONSTRAINT "scorecard_rating_criterion_fkey" FOREIGN KEY ("org_id","criterion_id") REFERENCES "public"."criterion"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_version" ADD CONSTRAINT "scorecard_version_scorecard_fkey" FOREIGN KEY ("org_id","scorecard_id") REFERENCES "public"."scorecard"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_debrief_fkey" FOREIGN KEY ("org_id","debrief_id") REFERENCES "public"."debrief"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_scorecard_fkey" FOREIGN KEY ("org_id","scorecard_id") REFERENCES "public"."scorecard"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_criterion_fkey" FOREIGN KEY ("org_id","criterion_id") REFERENCES "public"."criterion"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage" ADD CONSTRAINT "stage_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adjustment_application_idx" ON "adjustment" USING btree ("org_id","application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_active_key" ON "application" USING btree ("org_id","candidate_id","job_id") WHERE "application"."state" in ('active', 'on_hold');--> statement-breakpoint
CREATE INDEX "application_job_idx" ON "application" USING btree ("org_id","job_id","state","stage_id","entered_stage_at","id");--> statement-breakpoint
CREATE INDEX "application_candidate_idx" ON "application" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "application_event_idx" ON "application_event" USING btree ("org_id","application_id","at");--> statement-breakpoint
CREATE INDEX "audit_detail_candidate_idx" ON "audit_detail" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry" USING btree ("org_id","subject_id","sequence");--> statement-breakpoint
CREATE INDEX "audit_entry_action_idx" ON "audit_entry" USING btree ("org_id","action","sequence");--> statement-breakpoint
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_actor_idx" ON "audit_entry" USING btree ("org_id","actor_id","sequence");--> statement-breakpoint
CREATE INDEX "break_glass_application_idx" ON "break_glass" USING btree ("org_id","application_id","stage_id");--> statement-breakpoint
CREATE INDEX "candidate_name_idx" ON "candidate" USING btree ("org_id","search_name");--> statement-breakpoint
CREATE INDEX "candidate_last_idx" ON "candidate" USING btree ("org_id","search_last");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_recorded_key" ON "decision" USING btree ("org_id","application_id","stage_id") WHERE "decision"."state" = 'recorded';--> statement-breakpoint
CREATE INDEX "decision_application_idx" ON "decision" USING btree ("org_id","application_id");--> statement-breakpoint
CREATE INDEX "deviation_application_idx" ON "deviation" USING btree ("org_id","application_id");--> statement-breakpoint
CREATE INDEX "disclosure_application_idx" ON "disclosure" USING btree ("org_id","application_id","at");--> statement-breakpoint
CREATE INDEX "erasure_candidate_idx" ON "erasure" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "file_candidate_idx" ON "file" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_version_draft_key" ON "framework_version" USING btree ("org_id","framework_id") WHERE "framework_version"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "hiring_team_member_idx" ON "hiring_team" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "idempotency_age_idx" ON "idempotency" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE INDEX "interview_application_idx" ON "interview" USING btree ("org_id","application_id","stage_id");--> statement-breakpoint
CREATE INDEX "interview_start_idx" ON "interview" USING btree ("org_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_post_draft_key" ON "job_post" USING btree ("org_id","job_id") WHERE "job_post"."state" = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "job_post_published_key" ON "job_post" USING btree ("org_id","job_id") WHERE "job_post"."state" = 'published';--> statement-breakpoint
CREATE INDEX "link_subject_idx" ON "identity"."link" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "mail_subject_idx" ON "mail" USING btree ("org_id","subject_id");--> statement-breakpoint
CREATE INDEX "mail_recipient_idx" ON "mail" USING btree ("org_id","recipient_id");--> statement-breakpoint
CREATE INDEX "note_application_idx" ON "note" USING btree ("org_id","application_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_out_key" ON "offer" USING btree ("org_id","application_id") WHERE "offer"."state" in ('sent', 'change_asked', 'accepted', 'confirmed');--> statement-breakpoint
CREATE INDEX "offer_approver_idx" ON "offer" USING btree ("org_id","approver_id","state");--> statement-breakpoint
CREATE INDEX "offer_expiry_idx" ON "offer" USING btree ("org_id","state","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_current_key" ON "plan" USING btree ("org_id","job_id") WHERE "plan"."state" = 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_draft_key" ON "plan" USING btree ("org_id","job_id") WHERE "plan"."state" = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_move_asked_key" ON "plan_move" USING btree ("org_id","job_id") WHERE "plan_move"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "question_competency_idx" ON "question" USING btree ("org_id","competency_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecard_author_key" ON "scorecard" USING btree ("org_id","interview_id","author_id") WHERE "scorecard"."state" <> 'void';--> statement-breakpoint
CREATE INDEX "scorecard_owed_idx" ON "scorecard" USING btree ("org_id","author_id","state");--> statement-breakpoint
CREATE INDEX "scorecard_stage_idx" ON "scorecard" USING btree ("org_id","application_id","stage_id");--> statement-breakpoint
CREATE INDEX "security_event_at_idx" ON "identity"."security_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "session_account_idx" ON "identity"."session" USING btree ("account_id");