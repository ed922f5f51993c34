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
ALTER TABLE "job_post" ADD COLUMN "statements" jsonb;--> statement-breakpoint
ALTER TABLE "organization_settings" ADD COLUMN "traits" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "region_pack" ADD CONSTRAINT "region_pack_author_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_pack" ADD CONSTRAINT "region_pack_approver_fkey" FOREIGN KEY ("org_id","approved_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "region_pack_draft_key" ON "region_pack" USING btree ("org_id") WHERE "region_pack"."state" = 'draft';