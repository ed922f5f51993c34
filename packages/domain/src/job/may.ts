import type { Duty } from "../duties.ts";
import { type Denial } from "../errors.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import {
  type JobState,
  type MoveFacts,
  type OpeningState,
  type ReadyFacts,
  whyNotAskMove,
  whyNotChangeJob,
  whyNotClose,
  whyNotCloseOpening,
  whyNotMoveJob,
  whyNotMovePinned,
  whyNotOpen,
  whyNotReopen,
} from "./rules.ts";
import type { JobView } from "./schemas.ts";
import { whyNotDraft } from "./plan/draft-rules.ts";

export type JobMayFacts = {
  duties: ReadonlySet<Duty>;
  actorId: string;
  state: JobState;
  ready: ReadyFacts;
  /** Why an opening is not simply added: a requisition is required. */
  required: Denial | null;
  running: { applications: number; offers: number };
  draft: boolean;
  move: MoveFacts;
};

/** What the actor may do with a job now, by the same rules that the commands ask. */
export function jobMay(facts: JobMayFacts): JobView["may"] {
  const { duties, state, ready, move } = facts;
  const change = whyNotChangeJob(state);
  const allowed = (permission: Parameters<typeof whyNotAllowed>[0]) =>
    whyNotAllowed(permission, duties);
  return {
    update: mayOf(allowed("job.update"), change),
    tickTasks: mayOf(allowed("job.tickTasks"), change),
    savePlan: mayOf(allowed("job.savePlan"), change),
    adoptPlan: mayOf(allowed("job.adoptPlan"), change, whyNotDraft(facts)),
    askToMovePinned: mayOf(allowed("job.askToMovePinned"), change, whyNotAskMove(move)),
    movePinned: mayOf(allowed("job.movePinned"), change, whyNotMovePinned(move, facts.actorId)),
    withdrawCriterion: mayOf(allowed("job.withdrawCriterion")),
    setTeam: mayOf(allowed("job.setTeam")),
    addOpening: mayOf(allowed("job.addOpening"), facts.required),
    open: mayOf(allowed("job.open"), whyNotOpen(state, ready)),
    hold: mayOf(allowed("job.hold"), whyNotMoveJob("hold", state)),
    resume: mayOf(allowed("job.resume"), whyNotMoveJob("resume", state)),
    close: mayOf(allowed("job.close"), whyNotClose(state, facts.running)),
    reopen: mayOf(allowed("job.reopen"), whyNotReopen(state, ready.openOpenings)),
    savePost: mayOf(allowed("job.savePost"), change),
  };
}

/** Whether the actor may close an opening now. */
export function openingMay(
  duties: ReadonlySet<Duty>,
  state: OpeningState,
): JobView["openings"][number]["may"]["close"] {
  return mayOf(whyNotAllowed("job.closeOpening", duties), whyNotCloseOpening(state));
}
