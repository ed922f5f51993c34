import type { Rating } from "@rubric/db/schema";
import type { Planned } from "../plan/request.ts";

const MARKS: Record<Rating, string> = {
  definitely_not: "Definitely not",
  no: "No",
  mixed: "Mixed",
  yes: "Yes",
  strong_yes: "Strong yes",
};

export type ItemWords = {
  competency: string;
  level: string;
  rating: Rating | null;
  preparation: boolean;
  /** Titles by the ids of items. */
  titleOf(id: string): string;
};

/** Why an item is in a plan, in a sentence to whom it is for. */
export function reasonWords({ why }: Planned, of: ItemWords): string {
  if (why.because === "required") return `“${of.titleOf(why.by)}” builds on it.`;
  if (why.because === "kept") return "You put it in.";
  const mark = of.rating === null ? "" : `, which you marked “${MARKS[of.rating]}”`;
  return `It leads towards ${of.competency} at the level ${of.level}${mark}.`;
}

/** Why it stands where it stands: after what, or because nothing missed more when it was chosen. */
export function timingWords({ why, after }: Planned, first: boolean, of: ItemWords): string {
  const says = [];
  const [before] = after;
  if (before !== undefined)
    says.push(`It builds on “${of.titleOf(before)}”, which comes before it.`);
  if (why.because === "required") says.push(`It comes before “${of.titleOf(why.by)}”.`);
  if (why.because === "gap") {
    says.push(
      first
        ? `Your largest gap is in ${of.competency}.`
        : why.nth === 1
          ? `The gap in ${of.competency} was the largest that was left.`
          : `After ${why.nth - 1 === 1 ? "one item" : `${why.nth - 1} items`} for ${of.competency}, its gap was again the largest that was left.`,
    );
  }
  if (of.preparation) says.push("It also prepares for interviews.");
  return says.join(" ");
}
