CREATE TABLE "identity"."access_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"last_four" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	CONSTRAINT "access_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "access_token_kind" CHECK ("identity"."access_token"."kind" in ('personal', 'service'))
);
--> statement-breakpoint
ALTER TABLE "member" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."access_token" ADD CONSTRAINT "access_token_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "identity"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_member_idx" ON "identity"."access_token" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_service_name_key" ON "member" USING btree ("org_id","name") WHERE "member"."kind" = 'service';--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_kind" CHECK ("member"."kind" in ('person', 'service'));--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_kind_fields" CHECK (case "member"."kind" when 'person' then "member"."email" is not null
        else coalesce("member"."email", "member"."account_id"::text, "member"."candidate_id"::text) is null
          and "member"."state" <> 'invited' end);