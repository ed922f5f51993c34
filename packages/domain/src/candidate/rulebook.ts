import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAgree,
  whyNotAnswered,
  whyNotApply,
  whyNotClaim,
  whyNotJoinPool,
  whyNotLeavePool,
  whyNotPublic,
  whyNotRefer,
  whyNotSendCode,
  whyNotWithdrawOwn,
} from "./rules.ts";
import { whyNotResume } from "./json-resume/check.ts";

const tests = "candidate/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const CANDIDATE_RULES: readonly FixedRule[] = [
  fixed("candidate", whyNotPublic, {
    says: "A post is public while it is published, its job is open and its closing date is not past.",
    points: ["candidate.applyToJob", "candidate.listPosts", "candidate.showPost"],
    codes: ["POST_CLOSED"],
    laws: [],
    tests,
  }),
  fixed("candidate", whyNotApply, {
    says: "One applies by the version of a post that one read: the published one, or one that it replaced not long ago.",
    points: ["candidate.applyToJob"],
    codes: ["POST_CLOSED", "POST_CHANGED"],
    laws: [8],
    tests,
  }),
  fixed("candidate", whyNotAnswered, {
    says: "Each question of a post that needs an answer has one.",
    points: ["candidate.applyToJob"],
    codes: ["ANSWERS_MISSING"],
    laws: [],
    tests,
  }),
  fixed("candidate", whyNotWithdrawOwn, {
    says: "A candidate withdraws whenever they like, as long as their application goes on as far as they know.",
    points: ["candidate.withdraw", "candidate.askAdjustment", "candidate.ask"],
    codes: ["APPLICATION_OVER"],
    laws: [],
    tests,
  }),
  fixed("candidate", whyNotSendCode, {
    says: "A code for one's own export is sent only so many times an hour.",
    points: ["candidate.requestExportCode"],
    codes: ["EXPORT_CODES_MANY"],
    laws: [10],
    tests,
  }),
  fixed("candidate", whyNotJoinPool, {
    says: "Who asked to be erased agrees to nothing that keeps them.",
    points: ["candidate.joinPool"],
    codes: ["ERASURE_RUNNING"],
    laws: [10],
    tests,
  }),
  fixed("candidate", whyNotResume, {
    says: "A résumé is a JSON Resume of at most 500 kB.",
    points: ["candidate.applyToJob"],
    codes: ["RESUME_INVALID"],
    laws: [],
    tests: "candidate/json-resume/check.test.ts",
  }),
  fixed("candidate", whyNotAgree, {
    says: "One agrees to the words about the talent pool that one was shown.",
    points: ["candidate.joinPool"],
    codes: ["POOL_TEXT_CHANGED"],
    laws: [10],
    tests,
  }),
  fixed("candidate", whyNotLeavePool, {
    says: "A consent is taken back while there is one.",
    points: ["candidate.leavePool"],
    codes: ["POOL_LEFT"],
    laws: [10],
    tests,
  }),
  fixed("candidate", whyNotRefer, {
    says: "Nobody refers themselves.",
    points: ["candidate.refer"],
    codes: ["REFERRED_ONESELF"],
    laws: [7],
    tests,
  }),
  fixed("candidate", whyNotClaim, {
    says: "A file is claimed once, before it is cleared away.",
    points: ["candidate.add", "candidate.applyToJob", "candidate.refer", "evidence.add"],
    codes: ["UPLOAD_GONE"],
    laws: [],
    tests,
  }),
];
