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
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_starter_fkey" FOREIGN KEY ("org_id","started_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_stopper_fkey" FOREIGN KEY ("org_id","stopped_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_experiment_fkey" FOREIGN KEY ("org_id","experiment_id") REFERENCES "public"."experiment"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_identification" ADD CONSTRAINT "self_identification_application_fkey" FOREIGN KEY ("org_id","application_id") REFERENCES "public"."application"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "experiment_running_key" ON "experiment" USING btree ("org_id","rule") WHERE "experiment"."state" = 'running';--> statement-breakpoint
CREATE INDEX "exposure_subject_idx" ON "exposure" USING btree ("org_id","subject_id");--> statement-breakpoint
CREATE INDEX "self_identification_candidate_idx" ON "self_identification" USING btree ("org_id","candidate_id");