import { type Grounds, whyNotGround } from "@rubric/domain/debrief/rules";
import { DecideInput, type DebriefView, type DecisionKind } from "@rubric/domain/debrief/schemas";
import { explain } from "@rubric/domain/errors";
import { firstTextError } from "../../ui/text-error.ts";
import { z } from "zod";

/** What one types into the form of a decision; `kind` null until it is chosen. */
export const Typed = z.object({
  kind: z.enum(["advance", "reject", "offer"]).nullable(),
  levelKey: z.string(),
  levelReason: z.string(),
  criterionIds: z.array(z.string()),
  requirement: z.string(),
  reason: z.string(),
});
export type Typed = z.infer<typeof Typed>;

/** What a decision may rest on, and the levels that it may hire at. */
export type Basis = {
  interviewed: boolean;
  /** `rated`: whether somebody rated it here, where that is known. */
  criteria: readonly { criterionId: string; name: string; rated?: boolean }[];
  levels: readonly { key: string; name: string }[];
  jobLevelKey: string;
};

/** What a decision on the stage of a debrief may rest on. */
export function basisOf({ stage, form }: DebriefView): Basis {
  return { ...form, interviewed: stage.interviewed };
}

/** An empty form, at the job's own level. */
export function emptyForm({ jobLevelKey }: Basis, kind: DecisionKind | null = null): Typed {
  return {
    kind,
    levelKey: jobLevelKey,
    levelReason: "",
    criterionIds: [],
    requirement: "",
    reason: "",
  };
}

/** The form as a decision, once its kind is chosen. */
export function asDecision(
  typed: Typed,
): (Grounds & { criterionIds: string[]; reason: string }) | null {
  return typed.kind === null ? null : { ...typed, kind: typed.kind, reason: typed.reason.trim() };
}

/** What is still missing, by the rule that the server asks too; null when nothing is. */
export function whatIsMissing(basis: Basis, typed: Typed): string | null {
  const decision = asDecision(typed);
  if (decision === null) return "Choose what you decide.";
  const criterionIds = basis.criteria.map((one) => one.criterionId);
  const denial = whyNotGround(decision, { ...basis, criterionIds });
  if (denial !== null) return explain(denial).sentence;
  if (decision.reason.length < 3) return "Say why, in words that hold up later.";
  const { reason, requirement, levelReason } = DecideInput.shape;
  return firstTextError([
    { of: "The requirement", text: decision.requirement, schema: requirement },
    { of: "Why another level", text: decision.levelReason, schema: levelReason },
    { of: "Why", text: decision.reason, schema: reason },
  ]);
}

/** What a kind does, as a person says it. */
export function kindWords(kind: DecisionKind, next: string | null): string {
  if (kind === "advance") return next === null ? "Advance" : `Advance to ${next}`;
  return kind === "offer" ? "Make an offer" : "Reject";
}

/** What becomes of the person by a kind, so that kinds that sound alike are told apart. */
export function kindEffect(kind: DecisionKind, { next, nextIsOffer }: DebriefView["form"]): string {
  if (kind === "reject") return "The application ends.";
  if (kind === "offer") {
    return nextIsOffer && next !== null
      ? `Goes to ${next}, and the offer can be written; it is approved before it is sent.`
      : "The offer can be written; it is approved before it is sent.";
  }
  return nextIsOffer
    ? "Changes the stage only: whether there is an offer is decided there, once more."
    : "The next stage begins, and its interviews are planned.";
}
