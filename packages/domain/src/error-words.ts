import { type ErrorCode, ERRORS, type FactsOf, rowOf, type Sentence } from "./errors.ts";

type OneOf = { [C in ErrorCode]?: FactsOf<C> };

/** Where facts choose the sentence or count in it: facts that give the most usual one. */
const ONE_OF: OneOf = {
  CONFLICT_OF_INTEREST: { why: "relation" },
  JOB_STATE: { state: "closed" },
  OPENING_STATE: { state: "reserved" },
  REGION_PACK_STATE: { state: "approved" },
  PLAN_INVALID: { problems: [] },
  UPLOAD_REFUSED: { why: "type" },
  REJECTION_UNFOUNDED: { kind: "duplicate" },
  DEBRIEF_STARTED: { state: "open" },
  REQUISITION_APPROVER_UNFIT: { why: "unknown" },
  APPROVER_UNFIT: { why: "auditor" },
  RANGE_REASON_MISSING: { side: "above" },
  EXPERIMENT_RULE: { why: "law" },
  BAND_REASON_MISSING: { side: "above" },
  OFFER_OUTSIDE: { side: "above", of: "band" },
  EXCEPTION_OWN: { as: "asker" },
  EXCEPTION_STATE: { state: "asked" },
  CONDITION_OPEN: { kinds: ["other"] },
  BAND_STATE: { state: "approved" },
  REVIEW_INCOMPLETE: { unrated: ["…"], unfounded: [], characters: 20 },
  BASELINE_LEFT_OUT: { why: "not_hired" },
};

/** Whether a text is a code of the error table. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** The sentence of a code before it happened: "…" where it will name a fact. */
export function sentenceOf(code: ErrorCode): Omit<Sentence, "explanation"> {
  const { say, lift, law } = rowOf(code);
  const facts: unknown = ONE_OF[code] ?? anyFacts;
  const lifted = typeof lift === "function" ? lift(facts) : lift;
  return { sentence: say(facts).replace(/….$/, "…"), lift: lifted ?? null, law: law ?? null };
}

/** Facts of any row: each property and call of them is the same again, and as text it is "…". */
const anyFacts: unknown = new Proxy(() => anyFacts, {
  get: (_target, key) =>
    key === Symbol.toPrimitive || key === "toString"
      ? () => "…"
      : key === "length"
        ? "…"
        : anyFacts,
  apply: () => anyFacts,
});
