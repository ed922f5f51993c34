-- Rows of before hide their jobs as they did; a default alone reaches them past row-level security.
ALTER TABLE "application" ADD COLUMN "proven_at" timestamp (3) with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "application" ALTER COLUMN "proven_at" DROP DEFAULT;
