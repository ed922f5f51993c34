ALTER TABLE "framework_level" ADD COLUMN "track" text;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "follows" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_level" ADD COLUMN "lateral" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_track" CHECK ("framework_level"."track" in ('engineer', 'technical', 'management'));