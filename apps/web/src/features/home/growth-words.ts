import type { GrowthItem } from "@rubric/domain/home/schemas";
import { dateWords } from "../../ui/time-words.ts";
import type { WaitingWords } from "./waiting-words.ts";

/** The words of a thing of somebody's growth that waits; `path` is below the organization's address. */
export function growthWords(item: GrowthItem): WaitingWords {
  const whose = item.own ? "your own" : item.name;
  switch (item.kind) {
    case "review_side":
      return {
        todo: item.own ? "Review yourself" : `Review ${item.name}`,
        about: item.own ? "Your side of your review" : "Your side as the manager",
        path: `/growth/${item.memberId}/reviews/${item.reviewId}`,
      };
    case "review_compare":
      return {
        todo: item.own ? "Compare your review" : "Compare and close a review",
        about: `Both may be read · ${whose}`,
        path: `/growth/${item.memberId}/reviews/${item.reviewId}`,
      };
    case "check_in":
      return {
        todo: "Check in",
        about: `How the week from ${dateWords(item.week)} went`,
        path: `/growth/${item.memberId}/progress`,
      };
    case "check_in_reply":
      return {
        todo: `Answer the check-in of ${item.name}`,
        about: `Of the week from ${dateWords(item.week)}`,
        path: `/growth/${item.memberId}/progress`,
      };
  }
}
