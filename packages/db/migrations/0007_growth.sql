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
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_author_fkey" FOREIGN KEY ("org_id","sent_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_word" ADD CONSTRAINT "feedback_word_feedback_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."feedback"("org_id","application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_word" ADD CONSTRAINT "feedback_word_competency_fkey" FOREIGN KEY ("org_id","competency_id") REFERENCES "public"."competency"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "placement_member_idx" ON "placement" USING btree ("org_id","member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_open_key" ON "review" USING btree ("org_id","member_id") WHERE "review"."state" = 'open';--> statement-breakpoint
CREATE INDEX "review_due_idx" ON "review" USING btree ("org_id","state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_part_submitted_key" ON "review_part" USING btree ("org_id","review_id","side") WHERE "review_part"."submitted_at" is not null;--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_track" CHECK ("framework_level"."track" in ('engineer', 'technical', 'management'));