CREATE TABLE "webhook_attempt" (
	"org_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" integer,
	"error" text,
	"response" text NOT NULL,
	CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY("org_id","delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"tried" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "webhook_delivery_event_key" UNIQUE("org_id","event_id","endpoint_id"),
	CONSTRAINT "webhook_delivery_state" CHECK ("webhook_delivery"."state" in ('waiting', 'sending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"description" text NOT NULL,
	"events" text[] NOT NULL,
	"state" text NOT NULL,
	"off_reason" text,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_until" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"delivered" integer NOT NULL,
	"failed" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "webhook_endpoint_state" CHECK ("webhook_endpoint"."state" in ('active', 'off')),
	CONSTRAINT "webhook_endpoint_off_reason" CHECK ("webhook_endpoint"."off_reason" in ('admin', 'failing', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"candidate_id" uuid,
	"job_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_event_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_fkey" FOREIGN KEY ("org_id","delivery_id") REFERENCES "public"."webhook_delivery"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_fkey" FOREIGN KEY ("org_id","endpoint_id") REFERENCES "public"."webhook_endpoint"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_event_fkey" FOREIGN KEY ("org_id","event_id") REFERENCES "public"."webhook_event"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_member_fkey" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_delivery_endpoint_idx" ON "webhook_delivery" USING btree ("org_id","endpoint_id","id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_due_idx" ON "webhook_delivery" USING btree ("org_id","state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_event_candidate_idx" ON "webhook_event" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE INDEX "webhook_event_age_idx" ON "webhook_event" USING btree ("org_id","created_at");