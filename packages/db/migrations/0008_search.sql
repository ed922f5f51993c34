CREATE TABLE "candidate_term" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "candidate_term_pkey" PRIMARY KEY("org_id","candidate_id","term","kind"),
	CONSTRAINT "candidate_term_kind" CHECK ("candidate_term"."kind" in ('whole', 'name', 'mail', 'line', 'near'))
);
--> statement-breakpoint
-- So that the owner sees the people of every organization; what runs after each migration forces it again.
ALTER TABLE "candidate" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What wordsOf, nearOf and termsOf of candidate/terms.ts make, for those who are here already.
INSERT INTO "candidate_term" ("org_id", "candidate_id", "kind", "term")
WITH folded AS (
	SELECT c.org_id, c.id, t.kind, normalize(replace(replace(replace(replace(
		translate(regexp_replace(lower(normalize(t.text, NFKD)), '[\u0300-\u036f''`\u02bc\u2018\u2019]', '', 'g'), 'øđðłıς', 'oddliσ'),
		'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), NFC) AS text
	FROM "candidate" c CROSS JOIN LATERAL (VALUES
		('name', c.name), ('mail', split_part(c.email, '@', 1)), ('line', c.headline)
	) AS t (kind, text)
	WHERE c.erased_at IS NULL
), word AS (
	SELECT f.org_id, f.id, f.kind, w.word, row_number() OVER (PARTITION BY f.org_id, f.id, f.kind ORDER BY w.place) AS place
	FROM folded f CROSS JOIN LATERAL (
		SELECT left(s.word, 40) AS word, min(s.place) AS place
		FROM regexp_split_to_table(f.text, '[\u0001-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+') WITH ORDINALITY AS s (word, place)
		WHERE s.word <> '' GROUP BY 1
	) w
), kept AS (
	SELECT * FROM word WHERE place <= 12
)
SELECT org_id, id, 'whole', string_agg(word, ' ' ORDER BY place) FROM kept WHERE kind = 'name' GROUP BY org_id, id
UNION SELECT org_id, id, kind, word FROM kept WHERE kind <> 'mail' OR place > 1
UNION SELECT c.org_id, c.id, 'mail', c.email FROM "candidate" c WHERE c.erased_at IS NULL
UNION SELECT k.org_id, k.id, 'near', n.term
FROM kept k CROSS JOIN LATERAL (
	SELECT k.word AS term
	UNION ALL SELECT overlay(k.word PLACING '' FROM at FOR 1) FROM generate_series(1, length(k.word)) AS at WHERE length(k.word) > 3
) n
WHERE k.kind = 'name' AND length(k.word) BETWEEN 3 AND 20;--> statement-breakpoint
ALTER TABLE "candidate_term" ADD CONSTRAINT "candidate_term_candidate_fkey" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidate"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_term_idx" ON "candidate_term" USING btree ("org_id","kind","term","candidate_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "application_waiting_idx" ON "application" USING btree ("org_id","job_id","state","entered_stage_at","id");--> statement-breakpoint
CREATE INDEX "application_person_idx" ON "application" USING btree ("org_id","job_id","candidate_id");