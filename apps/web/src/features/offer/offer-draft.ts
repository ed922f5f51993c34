import type { OfferListView, OfferView } from "@rubric/domain/offer/schemas";
import dayjs from "dayjs";
import { z } from "zod";
import { NOTHING_MORE, PackageDraft } from "./package-draft.ts";

/** What is typed of an offer, as the form keeps it. */
export const Terms = z.object({
  amountMinor: z.int(),
  currency: z.string(),
  /** Which of the job's places the work is in; null: no one of them. */
  workPlace: z.string().nullable().default(null),
  startDate: z.string().nullable(),
  /** As the picker has it: local, without a zone. */
  answerBy: z.string().nullable(),
  conditions: z.string(),
  rangeReason: z.string(),
  approverId: z.string().nullable(),
  ...PackageDraft.shape,
});
export type Terms = z.infer<typeof Terms>;

/** What the form still needs; null: nothing. */
export function whatIsMissing(terms: Terms, outside: boolean, byFlow: boolean): string | null {
  if (terms.amountMinor < 1) return "Say how much a year.";
  if (outside && terms.rangeReason.trim().length < 3) return "Say why outside.";
  if (terms.startDate === null) return "Choose the first day.";
  if (terms.answerBy === null) return "Choose by when to answer.";
  if (terms.benefits.some((one) => one.name.trim() === "")) return "Name each benefit.";
  if (terms.conditionList.some((one) => one.words.trim() === "")) return "Word each condition.";
  return !byFlow && terms.approverId === null ? "Choose who approves it." : null;
}

/** What pay for work in a place is weighed against; without one, or of another, what the job's is. */
export function payIn(
  view: Pick<OfferListView, "pay" | "places">,
  workPlace: string | null,
): OfferListView["pay"] {
  return view.places.find((one) => one.place === workPlace)?.pay ?? view.pay;
}

/** With what the form begins: the draft, the version before, or the middle of the range. */
export function startOf(view: OfferListView, draft: OfferView | null): Terms {
  const before = draft ?? view.versions[0];
  const { range, pay } = view;
  if (before !== undefined) {
    return {
      amountMinor: before.amountMinor,
      currency: before.currency,
      workPlace: before.workPlace,
      startDate: before.startDate,
      answerBy: draft === null ? null : dayjs(draft.expiresAt).format("YYYY-MM-DD HH:mm:ss"),
      conditions: before.conditions,
      rangeReason: draft?.rangeReason ?? "",
      approverId: view.approvers.some((one) => one.id === before.approver.id)
        ? before.approver.id
        : null,
      ...packageOf(before, draft !== null),
    };
  }
  return {
    ...NOTHING_MORE,
    amountMinor:
      range === null
        ? (pay.band?.midMinor ?? 0)
        : Math.round((range.minMinor + range.maxMinor) / 2),
    currency: range?.currency ?? pay.band?.currency ?? "EUR",
    workPlace: null,
    startDate: null,
    answerBy: null,
    conditions: "",
    rangeReason: "",
    approverId: null,
  };
}

/** The package of a version, and what its author stated of conditions: of another, nobody was asked. */
function packageOf({ package: pay, conditionList }: OfferView, same: boolean): PackageDraft {
  const { withVariableMinor: _with, totalMinor: _total, ...rest } = pay;
  return {
    ...rest,
    conditionList: conditionList
      .filter((one) => one.kind !== "works_council" || one.demandedBy === null)
      .map(({ kind, words, askedOn, dueOn }) => ({
        kind,
        words,
        askedOn: same ? askedOn : null,
        dueOn: same ? dueOn : null,
      })),
  };
}

/** A week from now at six, as the picker has it. */
export function inAWeek(): string {
  return dayjs().add(7, "day").hour(18).minute(0).second(0).format("YYYY-MM-DD HH:mm:ss");
}
