import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { trackWord } from "../../ui/track-words.ts";

type Level = FrameworkView["levels"][number];
type Place = Pick<Level, "key" | "track" | "follows" | "lateral">;

/** Levels of one track, side by side; the name is null where a framework has no tracks. */
export type TrackGroup = { name: string | null; levels: Level[] };

/** The levels by track, tracks in the order in which they first appear. */
export function byTrack(levels: readonly Level[]): TrackGroup[] {
  const tracks = [...new Set(levels.map((level) => level.track))];
  const plain = tracks.every((track) => track === null);
  return tracks.map((track) => ({
    name: plain ? null : trackWord(track),
    levels: levels.filter((level) => level.track === track),
  }));
}

/** The levels that a promotion leads from and to. */
export function neighboursOf(
  levels: readonly Level[],
  level: Level,
): { below: Level[]; above: Level[] } {
  return {
    below: levels.filter((one) => level.follows.includes(one.key)),
    above: levels.filter((one) => one.follows.includes(level.key)),
  };
}

/** Where a level stands, in words: its track, what it follows and where one may move across to. */
export function placeWords(place: Place, nameOf: (key: string) => string): string[] {
  const listed = (keys: readonly string[]) => keys.map(nameOf).join(" or ");
  return [
    ...(place.track === null ? [] : [trackWord(place.track)]),
    place.follows.length === 0 ? "Follows no other level" : `Follows ${listed(place.follows)}`,
    ...(place.lateral.length === 0 ? [] : [`Across from ${listed(place.lateral)}`]),
  ];
}
