import type { ReviewView } from "@rubric/domain/review/schemas";

/** What the reader is to do next with a review, in a sentence. */
export function nextWords(
  view: Pick<ReviewView, "state" | "mine" | "own" | "other" | "may" | "answer" | "sealed">,
): string {
  const managing = view.mine === "manager";
  if (view.state === "cancelled") return "It was cancelled; nothing is to do.";
  if (view.state === "closed") {
    if (view.answer !== "") return "Nothing is left to do.";
    return managing ? "The answer is still to come." : "Read what was agreed, and answer.";
  }
  if (view.own.submitted === null) {
    return "Rate each competency and say in a line what your rating rests on; or say why it is not assessed.";
  }
  if (view.sealed !== null) return "Your side is in; wait for the other one.";
  return managing ? "Compare, talk, and close it." : "Compare, and talk about what differs.";
}
