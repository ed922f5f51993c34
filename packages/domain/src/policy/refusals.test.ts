import { expect, it } from "vitest";
import { MODULES, ruleSources, SOURCE } from "../../test/rule-sources.ts";
import { SourceGraph } from "../../test/source-graph.ts";
import { ERRORS } from "../errors.ts";
import { FIXED_RULES } from "./fixed-rules.ts";
import { allRules } from "./rulebook.ts";

const TAKEN = "A constraint says so as the row is written: there are no facts to judge before.";
const UNKNOWN = "Nobody is known yet who could be judged: it is how a caller shows who they are.";
const ONCE = "It is the protocol of the idempotency key, not of what is asked (law 14).";
const FILE = "The file's own reader says what is wrong with its bytes or lines.";

/** What is refused by no rule of the list, and why each is none. */
const NO_RULE: Readonly<Record<string, string>> = {
  NOT_FOUND: "What is not in the organization is not there (law 12).",
  BAD_INPUT: "The input is not of its shape.",
  BUSY: "Nothing was judged: a lock was not to be had in time.",
  NOTHING_DUE: "The worker's own word that there is nothing to do; nobody is refused anything.",
  RESTRICTED: "Row-level security keeps the row; the trail says so in words (law 10).",
  KEY_MISSING: ONCE,
  KEY_REUSED: ONCE,
  KEY_IN_FLIGHT: ONCE,
  ANSWER_GONE: ONCE,
  UNAUTHENTICATED: UNKNOWN,
  CREDENTIALS_WRONG: UNKNOWN,
  PASSWORD_WRONG: UNKNOWN,
  LINK_INVALID: UNKNOWN,
  LIBRARY_MISSING: "There is nothing yet to read or to choose from, so nothing to judge.",
  FILE_REFUSED: FILE,
  UPLOAD_REFUSED: FILE,
  EMAIL_TAKEN: TAKEN,
  SLUG_TAKEN: TAKEN,
  MEMBER_EXISTS: TAKEN,
  HOLD_STANDS: TAKEN,
  POOL_JOINED: TAKEN,
  RELATION_DECLARED: TAKEN,
  BAND_DRAFTED: TAKEN,
  EXPERIMENT_RUNNING: TAKEN,
  DEADLINE_THERE: TAKEN,
  REVIEW_OPEN: TAKEN,
  ROUND_OPEN: TAKEN,
  METRIC_LOGIN_TAKEN: TAKEN,
  FEEDBACK_UNKNOWN:
    "It is written of the job's competencies alone; any other id is none of its fields.",
};

it("each refusal that the domain can give is one of a rule, or is none for a reason", () => {
  const graph = new SourceGraph(SOURCE);
  const said = MODULES.flatMap((file) => graph.module(file).said.map(({ code }) => code));
  const settable = new Set(allRules().map((rule) => rule.name));
  const set = [...ruleSources(graph)].flatMap(([name, source]) =>
    settable.has(name)
      ? [...graph.reach([source])].flatMap((one) => graph.codesOf(one, "deny"))
      : [],
  );
  const ruled = new Set([...FIXED_RULES.flatMap((rule) => rule.codes), ...set]);
  const codes = [...new Set(said)].filter((code) => Object.hasOwn(ERRORS, code));
  expect(codes.length).toBeGreaterThan(200);
  const without = codes.filter((code) => !ruled.has(code));
  expect(without.toSorted()).toEqual(Object.keys(NO_RULE).toSorted());
});
