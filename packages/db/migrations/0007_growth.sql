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
ALTER TABLE "framework_level" ADD COLUMN "track" text;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "follows" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "lateral" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
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
CREATE UNIQUE INDEX "growth_plan_draft_key" ON "growth_plan" USING btree ("org_id","member_id") WHERE "growth_plan"."state" = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "growth_plan_agreed_key" ON "growth_plan" USING btree ("org_id","member_id") WHERE "growth_plan"."state" = 'agreed';--> statement-breakpoint
CREATE INDEX "growth_plan_item_item_idx" ON "growth_plan_item" USING btree ("org_id","item_id");--> statement-breakpoint
CREATE INDEX "placement_member_idx" ON "placement" USING btree ("org_id","member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_open_key" ON "review" USING btree ("org_id","member_id") WHERE "review"."state" = 'open';--> statement-breakpoint
CREATE INDEX "review_due_idx" ON "review" USING btree ("org_id","state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_part_submitted_key" ON "review_part" USING btree ("org_id","review_id","side") WHERE "review_part"."submitted_at" is not null;--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_track" CHECK ("framework_level"."track" in ('engineer', 'technical', 'management'));