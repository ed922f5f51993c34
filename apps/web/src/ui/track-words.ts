import type { FrameworkView } from "@rubric/domain/framework/schemas";

type Track = FrameworkView["levels"][number]["track"];

const WORDS = {
  engineer: "Engineering",
  technical: "Technical direction",
  management: "Management",
} as const satisfies Record<NonNullable<Track>, string>;

/** What a track is called; null is for levels apart from the tracks. */
export function trackWord(track: Track): string {
  return track === null ? "Other levels" : WORDS[track];
}
