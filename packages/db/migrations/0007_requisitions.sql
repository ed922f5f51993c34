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
ALTER TABLE "opening" ADD COLUMN "requisition_id" uuid;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_framework_fkey" FOREIGN KEY ("org_id","framework_id") REFERENCES "public"."framework"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_job_fkey" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_offer_fkey" FOREIGN KEY ("org_id","offer_id") REFERENCES "public"."offer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_author_fkey" FOREIGN KEY ("org_id","author_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_approver" ADD CONSTRAINT "requisition_approver_group_fkey" FOREIGN KEY ("org_id","requisition_id","round","position") REFERENCES "public"."requisition_group"("org_id","requisition_id","round","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_approver" ADD CONSTRAINT "requisition_approver_member_fkey" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requisition_group" ADD CONSTRAINT "requisition_group_requisition_fkey" FOREIGN KEY ("org_id","requisition_id") REFERENCES "public"."requisition"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requisition_job_idx" ON "requisition" USING btree ("org_id","job_id");--> statement-breakpoint
CREATE INDEX "requisition_author_idx" ON "requisition" USING btree ("org_id","author_id");--> statement-breakpoint
CREATE INDEX "requisition_approver_member_idx" ON "requisition_approver" USING btree ("org_id","member_id");--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_requisition_fkey" FOREIGN KEY ("org_id","requisition_id") REFERENCES "public"."requisition"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opening_requisition_idx" ON "opening" USING btree ("org_id","requisition_id");