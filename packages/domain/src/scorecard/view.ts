import { among, type Given, prepared, type Reader, together } from "@rubric/db";
import {
  breakGlass,
  competency,
  criterion,
  interview,
  member,
  planInterview,
  scorecard,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
} from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { OpenScorecard, ScorecardView } from "./schemas.ts";

/** The author's view of a scorecard, with its draft and every version. For others ask law 1 first. */
export async function scorecardView(
  read: Reader,
  orgId: string,
  scorecardId: string,
): Promise<ScorecardView> {
  const [view] = await loadViews(read, orgId, [scorecardId]);
  if (view === undefined) return refuse("NOT_FOUND", {});
  const { interview: _, stageId: __, ...own } = view;
  return own;
}

/** Scorecards as others read them: without drafts. Ask law 1 first, for each stage. */
export async function openScorecards(
  read: Reader,
  orgId: string,
  scorecardIds: readonly string[],
): Promise<(z.infer<typeof OpenScorecard> & { stageId: string })[]> {
  const views = await loadViews(read, orgId, scorecardIds);
  return views.map(({ draft: _, draftRevision: __, draftSavedAt: ___, ...open }) => open);
}

async function loadViews(read: Reader, orgId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const [cards, versions] = await together([
    cardsOf(read, { orgId, ids }),
    versionsOf(read, { orgId, ids }),
  ]);
  const glass = await brokenGlass(
    read,
    orgId,
    cards.map(({ card }) => card.applicationId),
  );
  return cards.map(({ card, authorName, interviewName, startsAt }) => ({
    id: card.id,
    interviewId: card.interviewId,
    applicationId: card.applicationId,
    stageId: card.stageId,
    interview: { name: interviewName, startsAt: toInstant(startsAt) },
    author: { id: card.authorId, name: authorName },
    shadow: card.shadow,
    state: card.state,
    draft: card.draft ?? { ratings: [], notes: [], recommendation: null, summary: "" },
    draftRevision: card.draftRevision,
    draftSavedAt: toInstant(card.draftSavedAt),
    submittedAt: toInstant(card.submittedAt),
    excused: card.state === "excused" ? card.excusedReason : null,
    glassBroken: glass
      .filter((one) => one.applicationId === card.applicationId && one.stageId === card.stageId)
      .filter((one) => card.submittedAt !== null && card.submittedAt <= one.at)
      .map((one) => ({ by: one.by, at: toInstant(one.at) })),
    versions: versions.get(card.id) ?? [],
  }));
}

type Of = { orgId: string; ids: readonly string[] };

const cardsOf = prepared((db, of: Given<Of>) =>
  db
    .select({
      card: scorecard,
      authorName: member.name,
      interviewName: planInterview.name,
      startsAt: interview.startsAt,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(scorecard.orgId, of.orgId), among(scorecard.id, of.ids)))
    .orderBy(asc(interview.startsAt), asc(scorecard.id)),
);

/** What the criteria of these scorecards are called. */
export async function criteriaNames(
  read: Reader,
  orgId: string,
  cards: readonly { versions: ScorecardView["versions"] }[],
): Promise<{ id: string; name: string }[]> {
  const ids = cards.flatMap((card) =>
    card.versions.flatMap((version) => version.ratings.map((rating) => rating.criterionId)),
  );
  if (ids.length === 0) return [];
  return read
    .select({ id: criterion.id, name: competency.name })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(and(eq(criterion.orgId, orgId), inArray(criterion.id, [...new Set(ids)])))
    .orderBy(asc(criterion.position), asc(criterion.id));
}

const broken = prepared((db, of: Given<Of>) =>
  db
    .select({
      applicationId: breakGlass.applicationId,
      stageId: breakGlass.stageId,
      by: member.name,
      at: breakGlass.at,
      reason: breakGlass.reason,
    })
    .from(breakGlass)
    .innerJoin(member, and(eq(member.orgId, breakGlass.orgId), eq(member.id, breakGlass.memberId)))
    .where(and(eq(breakGlass.orgId, of.orgId), among(breakGlass.applicationId, of.ids)))
    .orderBy(asc(breakGlass.at)),
);

/** Who broke the glass of which stage of these applications, oldest first. */
export async function brokenGlass(read: Reader, orgId: string, applicationIds: readonly string[]) {
  return broken(read, { orgId, ids: [...new Set(applicationIds)] });
}

const versionsWithStrikers = prepared((db, of: Given<Of>) =>
  db
    .select({ version: scorecardVersion, struckByName: member.name })
    .from(scorecardVersion)
    .leftJoin(
      member,
      and(eq(member.orgId, scorecardVersion.orgId), eq(member.id, scorecardVersion.struckBy)),
    )
    .where(and(eq(scorecardVersion.orgId, of.orgId), among(scorecardVersion.scorecardId, of.ids)))
    .orderBy(desc(scorecardVersion.number)),
);
const ratingsOf = prepared((db, of: Given<Of>) =>
  db
    .select()
    .from(scorecardRating)
    .where(and(eq(scorecardRating.orgId, of.orgId), among(scorecardRating.scorecardId, of.ids))),
);
const notesOf = prepared((db, of: Given<Of>) =>
  db
    .select()
    .from(scorecardNote)
    .where(and(eq(scorecardNote.orgId, of.orgId), among(scorecardNote.scorecardId, of.ids))),
);

async function versionsOf(read: Reader, of: Of): Promise<Map<string, ScorecardView["versions"]>> {
  const [rows, ratings, notes] = await together([
    versionsWithStrikers(read, of),
    ratingsOf(read, of),
    notesOf(read, of),
  ]);
  const found = new Map<string, ScorecardView["versions"]>();
  for (const { version, struckByName } of rows) {
    const ofVersion = (row: { scorecardId: string; number: number }) =>
      row.scorecardId === version.scorecardId && row.number === version.number;
    const before = found.get(version.scorecardId) ?? [];
    found.set(version.scorecardId, [
      ...before,
      {
        number: version.number,
        submittedAt: toInstant(version.submittedAt),
        reason: version.reason,
        afterReading: version.afterReading,
        readStages: version.readStages,
        struck:
          version.struckAt === null
            ? null
            : {
                at: toInstant(version.struckAt),
                by: struckByName ?? "",
                reason: version.struckReason ?? "",
              },
        recommendation: version.recommendation,
        summary: version.summary,
        ratings: ratings
          .filter(ofVersion)
          .map(({ criterionId, rating, notAssessedReason, evidence }) => ({
            criterionId,
            rating,
            notAssessedReason,
            evidence,
          })),
        notes: notes.filter(ofVersion).map(({ questionId, text }) => ({ questionId, text })),
      },
    ]);
  }
  return found;
}
