import { type Chosen, requiredFor } from "./choose.ts";
import type { PlanItem, PlanRequest } from "./request.ts";

/** A draft's items in their order, with what was put in and taken out by hand. */
type Arranged = {
  chosen: readonly Chosen[];
  kept: readonly string[];
  without: readonly string[];
};

export type PlanEdit =
  | { do: "put_in"; id: string }
  | { do: "take_out"; id: string }
  | { do: "move"; id: string; week: number };

/**
 * The draft after one edit; whether it may stand so is `whyNotArranged`'s to say. What is put in
 * comes last, with what it requires before it. What is moved begins in the week asked for, or as
 * soon after it as the items before it leave hours; the rest keeps its order.
 */
export function arrange(
  before: Arranged,
  edit: PlanEdit,
  request: PlanRequest,
  library: readonly PlanItem[],
): Arranged {
  const { chosen, kept, without } = before;
  const others = chosen.filter(({ item }) => item.id !== edit.id);
  switch (edit.do) {
    case "take_out":
      return {
        chosen: others,
        kept: kept.filter((id) => id !== edit.id),
        without: [...new Set([...without, edit.id])],
      };
    case "put_in": {
      const item = library.find(({ id }) => id === edit.id);
      if (item === undefined) return before;
      const free = without.filter((id) => id !== edit.id);
      const here = chosen.map((one) => one.item.id);
      const required = requiredFor(item, { ...request, without: free }, library, here);
      return {
        chosen: [
          ...chosen,
          ...required.map((one) => ({
            item: one,
            why: { because: "required" as const, by: item.id },
          })),
          { item, why: { because: "kept" } },
        ],
        kept: [...kept, edit.id],
        without: free,
      };
    }
    case "move": {
      const moved = chosen.find(({ item }) => item.id === edit.id);
      if (moved === undefined) return before;
      const at = placeIn(others, edit.week, request.hoursAWeek);
      return { ...before, chosen: others.toSpliced(at, 0, moved) };
    }
  }
}

/** The place in an order at which an item would begin in a week, or soonest after it. */
function placeIn(order: readonly Chosen[], week: number, hoursAWeek: number): number {
  let hours = 0;
  for (const [at, { item }] of order.entries()) {
    if (Math.floor(hours / hoursAWeek) + 1 >= week) return at;
    hours += item.hours;
  }
  return order.length;
}
