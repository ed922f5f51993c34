import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAskMove,
  whyNotChangeJob,
  whyNotClose,
  whyNotCloseOpening,
  whyNotMoveJob,
  whyNotMovePinned,
  whyNotOpen,
  whyNotPublish,
  whyNotRange,
  whyNotReopen,
  whyNotTeam,
  whyNotUnpublish,
} from "./rules.ts";
import { whyNotPlan } from "./plan/rules.ts";

const tests = "job/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const JOB_RULES: readonly FixedRule[] = [
  fixed("job", whyNotMoveJob, {
    says: "A job is opened, held, resumed, closed and reopened only from the states that each starts from.",
    points: ["job.open", "job.hold", "job.resume", "job.close", "job.reopen"],
    codes: ["JOB_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotChangeJob, {
    says: "A closed job is only looked at and reopened.",
    points: [
      "job.update",
      "job.tickTasks",
      "job.savePlan",
      "job.adoptPlan",
      "job.askToMovePinned",
      "job.movePinned",
      "job.savePost",
    ],
    codes: ["JOB_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotOpen, {
    says: "A job opens with a rubric, an interview plan, a recruiter, a hiring manager and a seat to fill.",
    points: ["job.open"],
    codes: ["JOB_NOT_READY", "JOB_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotClose, {
    says: "A job closes once each of its applications has ended and no offer is out.",
    points: ["job.close"],
    codes: ["JOB_NOT_ENDED", "JOB_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotReopen, {
    says: "A closed job is reopened with a seat to fill.",
    points: ["job.reopen"],
    codes: ["OPENING_NEEDED", "JOB_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotCloseOpening, {
    says: "An opening that an offer reserved or filled is not taken away.",
    points: ["job.closeOpening"],
    codes: ["OPENING_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotPublish, {
    says: "A post is published in an open job once it has what candidates must read, the pay range among it.",
    points: ["job.publishPost"],
    codes: ["POST_STATE", "JOB_STATE", "POST_NOT_READY"],
    laws: [8],
    tests,
  }),
  fixed("job", whyNotUnpublish, {
    says: "Only a published post is taken from the public.",
    points: ["job.unpublishPost"],
    codes: ["POST_STATE"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotRange, {
    says: "A pay range runs from the lower to the higher amount.",
    points: ["job.savePost"],
    codes: ["PAY_RANGE_REVERSED"],
    laws: [8],
    tests,
  }),
  fixed("job", whyNotTeam, {
    says: "A team names a recruiter and a hiring manager, all of them active and with a fitting role.",
    points: ["job.setTeam", "job.create"],
    codes: ["TEAM_INCOMPLETE", "TEAM_MEMBER"],
    laws: [],
    tests,
  }),
  fixed("job", whyNotAskMove, {
    says: "Moving the pinned applications is asked for once, and only if there are any.",
    points: ["job.askToMovePinned"],
    codes: ["MOVE_ASKED", "MOVE_NEEDLESS"],
    laws: [6],
    tests,
  }),
  fixed("job", whyNotMovePinned, {
    says: "Pinned applications are moved by a second person, not by who asked for it.",
    points: ["job.movePinned"],
    codes: ["MOVE_NOT_ASKED", "MOVE_SECOND_PERSON", "MOVE_NEEDLESS"],
    laws: [6],
    tests,
  }),
  fixed("job", whyNotPlan, {
    says: "A plan is whole: a rubric, a review first, an offer last, and no interview without criteria.",
    points: ["job.savePlan", "job.adoptPlan"],
    codes: ["PLAN_INVALID"],
    laws: [],
    tests: "job/plan-problems.test.ts",
  }),
];
