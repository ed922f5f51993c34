import {
  breakTheGlass,
  correctScorecard,
  excuseScorecard,
  listScorecards,
  resumeScorecard,
  saveScorecardDraft,
  showScorecard,
  strikeScorecard,
  submitScorecard,
} from "@rubric/domain/scorecard";
import {
  BreakGlassInput,
  BrokenGlassView,
  CorrectScorecardInput,
  DraftSavedView,
  ExcusedView,
  ExcuseScorecardInput,
  ListScorecardsInput,
  ResumedView,
  ResumeScorecardInput,
  SaveScorecardDraftInput,
  ScorecardListView,
  ScorecardView,
  ShowScorecardInput,
  StrikeScorecardInput,
  StruckView,
  SubmitScorecardInput,
} from "@rubric/domain/scorecard/schemas";
import { command, query, router } from "../procedure.ts";

const CONTENT_ERRORS = [
  "CRITERIA_INCOMPLETE",
  "EVIDENCE_MISSING",
  "RECOMMENDATION_MISSING",
  "RECOMMENDATION_TOO_EARLY",
] as const;

const routes = router({
  show: query("scorecard.show", { errors: [] })
    .input(ShowScorecardInput)
    .output(ScorecardView)
    .query(({ ctx, input }) => showScorecard(ctx, input)),

  list: query("scorecard.list", { errors: [] })
    .input(ListScorecardsInput)
    .output(ScorecardListView)
    .query(({ ctx, input }) => listScorecards(ctx, input)),

  saveDraft: command("scorecard.saveDraft", {
    errors: ["SCORECARD_LOCKED", "SCORECARD_EXCUSED", "DRAFT_OUTDATED"],
    audit: "none",
  })
    .input(SaveScorecardDraftInput)
    .output(DraftSavedView)
    .mutation(({ ctx, input }) => saveScorecardDraft(ctx, input)),

  resume: command("scorecard.resume", { errors: ["SCORECARD_NOT_EXCUSED", "STAGE_DECIDED"] })
    .input(ResumeScorecardInput)
    .output(ResumedView)
    .mutation(({ ctx, input }) => resumeScorecard(ctx, input)),

  submit: command("scorecard.submit", {
    errors: [...CONTENT_ERRORS, "SCORECARD_LOCKED", "INTERVIEW_NOT_BEGUN"],
  })
    .input(SubmitScorecardInput)
    .output(ScorecardView)
    .mutation(({ ctx, input }) => submitScorecard(ctx, input)),

  correct: command("scorecard.correct", {
    errors: [...CONTENT_ERRORS, "SCORECARD_NOT_SUBMITTED"],
  })
    .input(CorrectScorecardInput)
    .output(ScorecardView)
    .mutation(({ ctx, input }) => correctScorecard(ctx, input)),

  excuse: command("scorecard.excuse", {
    errors: ["SCORECARD_LOCKED", "EXCUSE_OWN", "INTERVIEW_NOT_HELD"],
  })
    .input(ExcuseScorecardInput)
    .output(ExcusedView)
    .mutation(({ ctx, input }) => excuseScorecard(ctx, input)),

  strike: command("scorecard.strike", { errors: ["SCORECARD_NOT_SUBMITTED"] })
    .input(StrikeScorecardInput)
    .output(StruckView)
    .mutation(({ ctx, input }) => strikeScorecard(ctx, input)),

  breakGlass: command("scorecard.breakGlass", { errors: ["SEAL_NOT_BROKEN", "NOTHING_SEALED"] })
    .input(BreakGlassInput)
    .output(BrokenGlassView)
    .mutation(({ ctx, input }) => breakTheGlass(ctx, input)),
});

type Routes = typeof routes;
export interface ScorecardRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const scorecardRouter: ScorecardRouter = routes;
