DROP INDEX "candidate_term_idx";--> statement-breakpoint
ALTER TABLE "candidate_term" ADD COLUMN "signature" bigint;--> statement-breakpoint
CREATE INDEX "candidate_term_unsigned_idx" ON "candidate_term" USING btree ("org_id","candidate_id") WHERE "candidate_term"."kind" = 'mail' and "candidate_term"."signature" is null;--> statement-breakpoint
CREATE INDEX "candidate_term_idx" ON "candidate_term" USING btree ("org_id","kind","term","candidate_id" DESC NULLS FIRST,"signature");