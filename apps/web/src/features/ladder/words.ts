import type { ComparedLevelsView, LadderView } from "@rubric/domain/ladder/schemas";
import type { z } from "zod";
import { trackWord } from "../../ui/track-words.ts";

type Compared = z.infer<typeof ComparedLevelsView>;
type Level = LadderView["levels"][number];
export type ComparedRow = Compared["rows"][number];
/** Whose ladder is read, against which level and with the pay of which region; null: as it comes. */
export type LadderInput = { memberId: string; levelId: string | null; region: string | null };
export type LadderRow = LadderView["rows"][number];

/** What becomes of a row from one level to another. */
export const CHANGE_WORDS = {
  same: "stays the same",
  added: "new",
  removed: "falls away",
  more: "more is asked",
  less: "less is asked",
  otherwise: "said otherwise",
} as const satisfies Record<Compared["rows"][number]["change"], string>;

/** What becomes of the rows, counted: "more is asked: 3, new: 1". */
export function countsWords(rows: readonly Pick<ComparedRow, "change">[]): string {
  return [...Map.groupBy(rows, ({ change }) => change)]
    .map(([change, of]) => `${CHANGE_WORDS[change]}: ${of.length}`)
    .join(", ");
}

/** How one gets from one level to another, in a sentence. */
export function wayWords({ way, from, to, path }: Compared): string {
  switch (way) {
    case "same":
      return "This is the same level.";
    case "promotion":
      return path.length === 2
        ? `${to.name} is the next promotion.`
        : `By ${path.length - 1} promotions: ${path.map(({ name }) => name).join(", then ")}.`;
    case "back":
      return `${to.name} lies before ${from.name}.`;
    case "lateral":
      return `A move aside, to another track and without a promotion${tracks(from, to)}.`;
    case "apart":
      return `No promotion and no move aside leads from one to the other${tracks(from, to)}.`;
  }
}

function tracks(from: Level, to: Level): string {
  return from.track === to.track
    ? ""
    : `: from ${trackWord(from.track).toLowerCase()} to ${trackWord(to.track).toLowerCase()}`;
}

/** A share in whole per cent, never rounded up to what is not reached yet. */
export function shareWords(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** A gap as the table says it, 0 to 5 in quarters. */
export function gapWords(gap: number | null): string {
  if (gap === null) return "not rated";
  return new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }).format(gap);
}

/** The rows with the largest gaps first, then what was met, then what nobody has rated. */
export function gapsFirst(rows: readonly LadderRow[]): LadderRow[] {
  return rows.toSorted((a, b) => (b.gap ?? -1) - (a.gap ?? -1));
}

/** Whether one manages others and stands on no ladder oneself, so that growth is one's team first. */
export function growsOthers({
  placed,
  leads,
  managing,
}: Pick<LadderView, "placed" | "leads" | "managing">): boolean {
  return placed === null && leads && !managing;
}

/** Where a member stands and what comes next, in a sentence or two. */
export function standingWords({
  framework,
  placed,
  manager,
  managing,
  member,
}: LadderView): string {
  if (framework === null)
    return "No framework is published yet. An admin publishes one under Frameworks.";
  if (manager === null) {
    return managing
      ? ""
      : "Nobody is named as your manager. An admin says who it is under Settings, Members.";
  }
  if (placed === null) {
    return managing
      ? `Place ${member.name} on the ladder first.`
      : `${manager.name} has not placed you on the ladder yet.`;
  }
  return "";
}

/** The levels by track, as a choice. */
export function levelChoices(levels: readonly Level[]) {
  const groups = Map.groupBy(levels, ({ track }) => track);
  return [...groups].map(([track, of]) => ({
    group: trackWord(track),
    items: of.map(({ id, name }) => ({ value: id, label: name })),
  }));
}
