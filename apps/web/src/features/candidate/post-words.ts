import type { PostLine, PublicPostView } from "@rubric/domain/candidate/schemas";
import { placeWords } from "../../ui/places.ts";

const EMPLOYMENT = {
  full_time: "Full time",
  part_time: "Part time",
  contract: "Contract",
  internship: "Internship",
} as const satisfies Record<PostLine["employmentType"], string>;

const WORKPLACE = {
  onsite: "On site",
  hybrid: "Hybrid",
  remote: "Remote",
} as const satisfies Record<PostLine["workplace"], string>;

export const employmentWords = (post: PostLine) => EMPLOYMENT[post.employmentType];
export const workplaceWords = (post: PostLine) => WORKPLACE[post.workplace];

/** "Berlin, Germany · California, United States". */
export function placesWords(post: Pick<PostLine, "locations">): string {
  return post.locations.map(placeWords).join(" · ");
}

type Interview = PublicPostView["steps"][number]["interviews"][number];

const NOUN = {
  interview: ["conversation", "conversations"],
  take_home: ["task to do at home", "tasks to do at home"],
  reference_check: ["talk with people you name", "talks with people you name"],
} as const satisfies Record<Interview["kind"], readonly [string, string]>;

/** "2 conversations, 60 minutes each"; nothing where the step has none. */
export function lengthWords(interviews: readonly Interview[]): string | null {
  if (interviews.length === 0) return null;
  const byKind = Map.groupBy(interviews, (one) => one.kind);
  return [...byKind]
    .map(([kind, list]) => {
      const [one, many] = NOUN[kind];
      const minutes = list.map((interview) => interview.minutes);
      const same = minutes.every((each) => each === minutes[0]);
      const total = minutes.reduce((sum, each) => sum + each, 0);
      if (list.length === 1) return `1 ${one}, ${timeWords(total)}`;
      return same
        ? `${list.length} ${many}, ${timeWords(minutes[0] ?? 0)} each`
        : `${list.length} ${many}, ${timeWords(total)} together`;
    })
    .join("; ");
}

/** "45 minutes", "1 hour", "2 h 30 min". */
function timeWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${hours} h ${rest} min`;
}
