CREATE TABLE "baseline" (
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"shared_at" timestamp (3) with time zone,
	"remark" text NOT NULL,
	"objected_at" timestamp (3) with time zone,
	"objection" text NOT NULL,
	CONSTRAINT "baseline_pkey" PRIMARY KEY("org_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "baseline_notice" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"how" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "baseline_notice_pkey" PRIMARY KEY("org_id","application_id"),
	CONSTRAINT "baseline_notice_how" CHECK ("baseline_notice"."how" in ('post', 'notice'))
);
--> statement-breakpoint
CREATE TABLE "check_in" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"week" date NOT NULL,
	"done" text NOT NULL,
	"blocked" text NOT NULL,
	"confidence" integer,
	"hours" integer,
	"revision" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"reply" text NOT NULL,
	"replied_by" uuid,
	"replied_at" timestamp (3) with time zone,
	CONSTRAINT "check_in_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "check_in_week_key" UNIQUE("org_id","member_id","week"),
	CONSTRAINT "check_in_week" CHECK (extract(isodow from "check_in"."week") = 1),
	CONSTRAINT "check_in_confidence" CHECK ("check_in"."confidence" between 1 and 5),
	CONSTRAINT "check_in_hours" CHECK ("check_in"."hours" between 0 and 80),
	CONSTRAINT "check_in_replied" CHECK (("check_in"."replied_by" is null) = ("check_in"."replied_at" is null))
);
--> statement-breakpoint
CREATE TABLE "departure" (
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"left_at" timestamp (3) with time zone NOT NULL,
	"erase_after" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "departure_pkey" PRIMARY KEY("org_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"url" text,
	"file_id" uuid,
	"figure_id" uuid,
	"competencies" text[] NOT NULL,
	"day" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	"removed_reason" text NOT NULL,
	CONSTRAINT "evidence_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" in ('link', 'file', 'metric')),
	CONSTRAINT "evidence_removed" CHECK (("evidence"."removed_by" is null) = ("evidence"."removed_at" is null)),
	CONSTRAINT "evidence_content" CHECK (case "evidence"."kind"
        when 'link' then "evidence"."url" is not null and coalesce("evidence"."file_id", "evidence"."figure_id") is null
        when 'file' then ("evidence"."file_id" is null) = ("evidence"."removed_at" is not null)
          and "evidence"."url" is null and "evidence"."figure_id" is null
        else "evidence"."figure_id" is not null and "evidence"."url" is null and "evidence"."file_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"draft" jsonb,
	"draft_revision" integer NOT NULL,
	"draft_saved_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"sent_by" uuid,
	CONSTRAINT "feedback_pkey" PRIMARY KEY("org_id","application_id"),
	CONSTRAINT "feedback_sent" CHECK (("feedback"."sent_at" is null) = ("feedback"."sent_by" is null)),
	CONSTRAINT "feedback_draft" CHECK ("feedback"."sent_at" is null or "feedback"."draft" is null)
);
--> statement-breakpoint
CREATE TABLE "feedback_word" (
	"org_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "feedback_word_pkey" PRIMARY KEY("org_id","application_id","competency_id")
);
--> statement-breakpoint
CREATE TABLE "growth_item" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"key" text NOT NULL,
	"own" boolean NOT NULL,
	"kind" text NOT NULL,
	"competency" text NOT NULL,
	"level" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"hours" integer NOT NULL,
	"technologies" text[] NOT NULL,
	"requires" text[] NOT NULL,
	"evidence" text NOT NULL,
	"preparation" boolean NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" uuid,
	"shown" text NOT NULL,
	CONSTRAINT "growth_item_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "growth_item_key_key" UNIQUE("org_id","member_id","key"),
	CONSTRAINT "growth_item_kind" CHECK ("growth_item"."kind" in ('reading', 'practice', 'pairing', 'project')),
	CONSTRAINT "growth_item_done" CHECK (("growth_item"."done_at" is null) = ("growth_item"."done_by" is null))
);
--> statement-breakpoint
CREATE TABLE "growth_plan" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"replaces_id" uuid,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"framework_version_id" uuid NOT NULL,
	"library_version_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"goal" text NOT NULL,
	"path" text[] NOT NULL,
	"technologies" text[] NOT NULL,
	"weeks" integer NOT NULL,
	"hours_a_week" integer NOT NULL,
	"start_on" date NOT NULL,
	"gaps" jsonb NOT NULL,
	"done" text[] NOT NULL,
	"kept" text[] NOT NULL,
	"without" text[] NOT NULL,
	"left_out" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text NOT NULL,
	CONSTRAINT "growth_plan_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "growth_plan_number_key" UNIQUE("org_id","member_id","number"),
	CONSTRAINT "growth_plan_state" CHECK ("growth_plan"."state" in ('draft', 'agreed', 'superseded', 'ended')),
	CONSTRAINT "growth_plan_goal" CHECK ("growth_plan"."goal" in ('new_role', 'promotion', 'learning_path')),
	CONSTRAINT "growth_plan_weeks" CHECK ("growth_plan"."weeks" between 4 and 26),
	CONSTRAINT "growth_plan_hours" CHECK ("growth_plan"."hours_a_week" between 1 and 20),
	CONSTRAINT "growth_plan_ended" CHECK (("growth_plan"."state" in ('superseded', 'ended')) = ("growth_plan"."ended_at" is not null)),
	CONSTRAINT "growth_plan_was_agreed" CHECK ("growth_plan"."state" <> 'agreed' or "growth_plan"."agreed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "growth_plan_agreement" (
	"org_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"side" text NOT NULL,
	"member_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "growth_plan_agreement_pkey" PRIMARY KEY("org_id","plan_id","side"),
	CONSTRAINT "growth_plan_agreement_side" CHECK ("growth_plan_agreement"."side" in ('self', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "growth_plan_item" (
	"org_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"portions" jsonb NOT NULL,
	"because" text NOT NULL,
	"missing" jsonb,
	"required_by" text,
	CONSTRAINT "growth_plan_item_pkey" PRIMARY KEY("org_id","plan_id","item_id"),
	CONSTRAINT "growth_plan_item_because" CHECK ("growth_plan_item"."because" in ('gap', 'required', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "library_version" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"items" jsonb NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "library_version_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "library_version_number_key" UNIQUE("org_id","framework_id","number")
);
--> statement-breakpoint
CREATE TABLE "metric_figure" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"period" text NOT NULL,
	"from_day" date NOT NULL,
	"through_day" date NOT NULL,
	"value" numeric NOT NULL,
	"n" integer,
	"source_id" uuid,
	"entered_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "metric_figure_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "metric_figure_key" UNIQUE NULLS NOT DISTINCT("org_id","member_id","metric","period","from_day","source_id"),
	CONSTRAINT "metric_figure_period" CHECK ("metric_figure"."period" in ('week', 'quarter')),
	CONSTRAINT "metric_figure_days" CHECK ("metric_figure"."through_day" >= "metric_figure"."from_day"),
	CONSTRAINT "metric_figure_origin" CHECK (("metric_figure"."source_id" is null) <> ("metric_figure"."entered_by" is null)),
	CONSTRAINT "metric_figure_value" CHECK ("metric_figure"."value" >= 0 and "metric_figure"."n" >= 0)
);
--> statement-breakpoint
CREATE TABLE "metric_login" (
	"org_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"login" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "metric_login_pkey" PRIMARY KEY("org_id","source_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "metric_source" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"base_url" text NOT NULL,
	"project" text NOT NULL,
	"secret" text NOT NULL,
	"state" text NOT NULL,
	"fetched_at" timestamp (3) with time zone,
	"problem" text,
	"failures" integer NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "metric_source_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "metric_source_kind" CHECK ("metric_source"."kind" in ('github', 'gitlab', 'github_issues', 'jira')),
	CONSTRAINT "metric_source_state" CHECK ("metric_source"."state" in ('active', 'paused', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "placement_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "prediction" (
	"org_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"figures" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "prediction_pkey" PRIMARY KEY("org_id","quarter"),
	CONSTRAINT "prediction_quarter" CHECK ("prediction"."quarter" ~ '^[0-9]{4}-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "review" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"outcome" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "review_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "review_state" CHECK ("review"."state" in ('open', 'closed', 'cancelled')),
	CONSTRAINT "review_closed" CHECK (("review"."state" = 'open') = ("review"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "review_part" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"draft" jsonb,
	"draft_revision" integer NOT NULL,
	"draft_saved_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"summary" text NOT NULL,
	"after_reading" boolean NOT NULL,
	CONSTRAINT "review_part_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "review_part_author_key" UNIQUE("org_id","review_id","side","author_id"),
	CONSTRAINT "review_part_side" CHECK ("review_part"."side" in ('self', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "review_rating" (
	"org_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"rating" text,
	"not_assessed_reason" text NOT NULL,
	"evidence" text NOT NULL,
	CONSTRAINT "review_rating_pkey" PRIMARY KEY("org_id","part_id","competency_id"),
	CONSTRAINT "review_rating_value" CHECK ("review_rating"."rating" in ('definitely_not', 'no', 'mixed', 'yes', 'strong_yes'))
);
--> statement-breakpoint
CREATE TABLE "review_round" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"establishment" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"filled_at" timestamp (3) with time zone,
	CONSTRAINT "review_round_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "review_round_quarter_key" UNIQUE("org_id","quarter","establishment"),
	CONSTRAINT "review_round_quarter" CHECK ("review_round"."quarter" ~ '^[0-9]{4}-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "round_turn" (
	"org_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"member_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"review_id" uuid,
	"skipped" text,
	CONSTRAINT "round_turn_pkey" PRIMARY KEY("org_id","quarter","member_id"),
	CONSTRAINT "round_turn_skipped" CHECK (("round_turn"."review_id" is null) = ("round_turn"."skipped" is not null))
);
--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "member_id" uuid;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "track" text;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "follows" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "lateral" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "job_post" ADD COLUMN "baseline_notice" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "establishment" text;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "resting_until" date;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "rest_reason" text;--> statement-breakpoint
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_notice" ADD CONSTRAINT "baseline_notice_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_reply_fkey" FOREIGN KEY ("org_id","replied_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departure" ADD CONSTRAINT "departure_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_fkey" FOREIGN KEY ("org_id","file_id") REFERENCES "public"."file"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_figure_fkey" FOREIGN KEY ("org_id","figure_id") REFERENCES "public"."metric_figure"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_fkey" FOREIGN KEY ("org_id","added_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_removed_fkey" FOREIGN KEY ("org_id","removed_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_author_fkey" FOREIGN KEY ("org_id","sent_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_word" ADD CONSTRAINT "feedback_word_feedback_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."feedback"("org_id","application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_word" ADD CONSTRAINT "feedback_word_competency_fkey" FOREIGN KEY ("org_id","competency_id") REFERENCES "public"."competency"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_item" ADD CONSTRAINT "growth_item_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_item" ADD CONSTRAINT "growth_item_done_by_fkey" FOREIGN KEY ("org_id","done_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_author_fkey" FOREIGN KEY ("org_id","made_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_replaces_fkey" FOREIGN KEY ("org_id","replaces_id") REFERENCES "public"."growth_plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_version_fkey" FOREIGN KEY ("org_id","framework_version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_level_fkey" FOREIGN KEY ("org_id","level_id") REFERENCES "public"."framework_level"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan" ADD CONSTRAINT "growth_plan_library_fkey" FOREIGN KEY ("org_id","library_version_id") REFERENCES "public"."library_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan_agreement" ADD CONSTRAINT "growth_plan_agreement_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."growth_plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan_agreement" ADD CONSTRAINT "growth_plan_agreement_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan_item" ADD CONSTRAINT "growth_plan_item_plan_fkey" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."growth_plan"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan_item" ADD CONSTRAINT "growth_plan_item_item_fkey" FOREIGN KEY ("org_id","item_id") REFERENCES "public"."growth_item"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_version" ADD CONSTRAINT "library_version_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_version" ADD CONSTRAINT "library_version_author_fkey" FOREIGN KEY ("org_id","imported_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_figure" ADD CONSTRAINT "metric_figure_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_figure" ADD CONSTRAINT "metric_figure_source_fkey" FOREIGN KEY ("org_id","source_id") REFERENCES "public"."metric_source"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_figure" ADD CONSTRAINT "metric_figure_author_fkey" FOREIGN KEY ("org_id","entered_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_login" ADD CONSTRAINT "metric_login_source_fkey" FOREIGN KEY ("org_id","source_id") REFERENCES "public"."metric_source"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_login" ADD CONSTRAINT "metric_login_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_source" ADD CONSTRAINT "metric_source_member_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_level_fkey" FOREIGN KEY ("org_id","level_id") REFERENCES "public"."framework_level"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_author_fkey" FOREIGN KEY ("org_id","placed_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_version_fkey" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."framework_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_level_fkey" FOREIGN KEY ("org_id","level_id") REFERENCES "public"."framework_level"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_part" ADD CONSTRAINT "review_part_review_fkey" FOREIGN KEY ("org_id","review_id") REFERENCES "public"."review"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_part" ADD CONSTRAINT "review_part_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rating" ADD CONSTRAINT "review_rating_part_fkey" FOREIGN KEY ("org_id","part_id") REFERENCES "public"."review_part"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rating" ADD CONSTRAINT "review_rating_competency_fkey" FOREIGN KEY ("org_id","competency_id") REFERENCES "public"."competency"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_author_fkey" FOREIGN KEY ("org_id","opened_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_turn" ADD CONSTRAINT "round_turn_round_fkey" FOREIGN KEY ("org_id","round_id") REFERENCES "public"."review_round"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_turn" ADD CONSTRAINT "round_turn_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_turn" ADD CONSTRAINT "round_turn_review_fkey" FOREIGN KEY ("org_id","review_id") REFERENCES "public"."review"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_member_idx" ON "evidence" USING btree ("org_id","member_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "growth_plan_draft_key" ON "growth_plan" USING btree ("org_id","member_id") WHERE "growth_plan"."state" = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "growth_plan_agreed_key" ON "growth_plan" USING btree ("org_id","member_id") WHERE "growth_plan"."state" = 'agreed';--> statement-breakpoint
CREATE INDEX "growth_plan_item_item_idx" ON "growth_plan_item" USING btree ("org_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "metric_login_key" ON "metric_login" USING btree ("org_id","source_id",lower("login"));--> statement-breakpoint
CREATE INDEX "metric_login_member_idx" ON "metric_login" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "metric_source_due_idx" ON "metric_source" USING btree ("org_id","state","next_at");--> statement-breakpoint
CREATE INDEX "placement_member_idx" ON "placement" USING btree ("org_id","member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_open_key" ON "review" USING btree ("org_id","member_id") WHERE "review"."state" = 'open';--> statement-breakpoint
CREATE INDEX "review_due_idx" ON "review" USING btree ("org_id","state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_part_submitted_key" ON "review_part" USING btree ("org_id","review_id","side") WHERE "review_part"."submitted_at" is not null;--> statement-breakpoint
CREATE INDEX "review_round_filled_idx" ON "review_round" USING btree ("org_id","filled_at");--> statement-breakpoint
CREATE INDEX "round_turn_round_idx" ON "round_turn" USING btree ("org_id","round_id");--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_member_idx" ON "file" USING btree ("org_id","member_id");--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_candidate_key" UNIQUE("org_id","candidate_id");--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_owner" CHECK ("file"."candidate_id" is null or "file"."member_id" is null);--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_track" CHECK ("framework_level"."track" in ('engineer', 'technical', 'management'));--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_rest" CHECK (("question"."resting_until" is null) = ("question"."rest_reason" is null));