import {
  closeDebrief,
  decideStage,
  lowerQuorum,
  openDebrief,
  rateAgain,
  reopenDebrief,
  reverseDecision,
  saveDebriefNotes,
  showDebrief,
  skipDebrief,
} from "@rubric/domain/debrief";
import {
  CloseDebriefInput,
  DebriefView,
  DecideInput,
  LowerQuorumInput,
  OpenDebriefInput,
  RateAgainInput,
  ReopenDebriefInput,
  ReverseDecisionInput,
  SaveDebriefNotesInput,
  ShowDebriefInput,
  SkipDebriefInput,
} from "@rubric/domain/debrief/schemas";
import { command, query, router } from "../procedure.ts";

const sealed = ["SEALED_QUORUM", "SEALED_OTHERS"] as const;
const merit = [
  ...sealed,
  "RECRUITER_DOES_NOT_DECIDE",
  "APPLICATION_STATE",
  "JOB_NOT_OPEN",
  "ACTIVE_APPLICATION",
  "QUORUM_NOT_MET",
  "DEBRIEF_MISSING",
  "OFFER_OUT",
  "NO_NEXT_STAGE",
  "DECISION_TAKEN",
  "OFFER_TOO_EARLY",
  "TWO_PEOPLE",
  "GROUNDS_MISSING",
  "GROUND_UNKNOWN",
  "REQUIREMENT_MISSING",
  "LEVEL_UNKNOWN",
  "LEVEL_REASON_MISSING",
] as const;

const routes = router({
  show: query("debrief.show", { errors: [] })
    .input(ShowDebriefInput)
    .output(DebriefView)
    .query(({ ctx, input }) => showDebrief(ctx, input)),

  open: command("debrief.open", {
    errors: [
      ...sealed,
      "APPLICATION_STATE",
      "STAGE_PASSED",
      "DEBRIEF_STARTED",
      "DEBRIEF_NOT_READY",
    ],
  })
    .input(OpenDebriefInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => openDebrief(ctx, input)),

  rate: command("debrief.rate", {
    errors: [...sealed, "APPLICATION_STATE", "DEBRIEF_NOT_OPEN", "SECOND_RATING_UNFOUNDED"],
  })
    .input(RateAgainInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => rateAgain(ctx, input)),

  saveNotes: command("debrief.saveNotes", {
    errors: [...sealed, "APPLICATION_STATE", "DEBRIEF_NOT_OPEN", "NOTES_OUTDATED"],
  })
    .input(SaveDebriefNotesInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => saveDebriefNotes(ctx, input)),

  close: command("debrief.close", {
    errors: [...sealed, "APPLICATION_STATE", "DEBRIEF_NOT_OPEN"],
  })
    .input(CloseDebriefInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => closeDebrief(ctx, input)),

  skip: command("debrief.skip", {
    errors: [
      "APPLICATION_STATE",
      "STAGE_PASSED",
      "DEBRIEF_STARTED",
      "DEBRIEF_NOT_READY",
      "DEBRIEF_REQUIRED",
    ],
  })
    .input(SkipDebriefInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => skipDebrief(ctx, input)),

  reopen: command("debrief.reopen", {
    errors: [...sealed, "APPLICATION_STATE", "DEBRIEF_NOT_CLOSED", "DEBRIEF_STARTED"],
  })
    .input(ReopenDebriefInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => reopenDebrief(ctx, input)),

  lowerQuorum: command("debrief.lowerQuorum", {
    errors: ["APPLICATION_STATE", "STAGE_PASSED", "DECISION_TAKEN", "QUORUM_NOT_LOWER"],
  })
    .input(LowerQuorumInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => lowerQuorum(ctx, input)),

  decide: command("debrief.decide", { errors: [...merit, "STAGE_PASSED"] })
    .input(DecideInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => decideStage(ctx, input)),

  reverse: command("debrief.reverse", {
    errors: [...merit, "DECISION_SUPERSEDED", "NOT_LATEST_DECISION"],
  })
    .input(ReverseDecisionInput)
    .output(DebriefView)
    .mutation(({ ctx, input }) => reverseDecision(ctx, input)),
});

type Routes = typeof routes;
export interface DebriefRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const debriefRouter: DebriefRouter = routes;
