import { mail } from "@rubric/db/schema";
import type { StaffMember } from "@rubric/domain/context";
import { isOfGrowth, isPermission } from "@rubric/domain/permissions";
import { ReviewView } from "@rubric/domain/review/schemas";
import { eq } from "drizzle-orm";
import { procedures } from "../census.ts";
import { wordFields } from "./fitting-inputs.ts";
import { tellBaselines } from "./growth-baseline.ts";
import { tellPlans } from "./growth-plans.ts";
import { FIGURE, tellCheckIns, tellEvidence, tellMetrics } from "./growth-progress.ts";
import { makeMember } from "./people.ts";
import { type SealedWords, sealedWords } from "./sealed-words.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;

/** What was said of somebody's growth: by themselves, by who manages them, and what both may read. */
type GrowthWords = Record<"self" | "manager" | "both", SealedWords>;

/** Two people whose growth was told, with who managed them first and who does now. */
export type Growth = {
  words: GrowthWords;
  /** One whose own side is in, and one whose manager's side is. */
  grown: [StaffMember, StaffMember];
  manager: StaffMember;
  former: StaffMember;
  /** The open review of each, in the same order, then the first's that was closed and that was cancelled. */
  reviewIds: string[];
  /** What else there is of it, by the field that names it. */
  ids: Record<string, string[]>;
  /** Submits the sides that are missing, so that both reviews open. */
  submitMissing: () => Promise<void>;
};

/** Words of growth that commands take and that say nothing of anybody. */
const OPEN_GROWTH_FIELDS: readonly string[] = [
  // Keys: of a framework's competencies, of a library's items and technologies.
  "plan.make technologies",
  "plan.make marked.competency",
  "plan.edit edit.key",
  "plan.edit edit.item.competency",
  "evidence.add competencies",
];

/** Other parts of growth plant their words here, one line each; `both` is for what the pair shares. */
const CHAPTERS: readonly ((story: Story, growth: Growth) => Promise<void>)[] = [
  tellBaselines,
  tellPlans,
  tellCheckIns,
  tellEvidence,
  tellMetrics,
];

const ENTERED = "both: metric.enter value";

/** Tells the growth of two people by commands, each of their texts a word of its side. */
export async function plantGrowth(story: Story): Promise<Growth> {
  const { api, people, tell } = story;
  const { org, cast } = people;
  const mark = `growth-${story.words.mark}`;
  const words: GrowthWords = {
    self: sealedWords(`${mark}-self`),
    manager: sealedWords(`${mark}-manager`),
    both: sealedWords(`${mark}-both`),
  };
  const one = (name: string) => makeMember(api, org, name, ["engineer"]);
  const grown: Growth["grown"] = [await one("first grown"), await one("second grown")];
  const [manager, former] = [await one("grown manager"), await one("former manager")];
  const managed = async (by: StaffMember) => {
    for (const { memberId } of grown) {
      const managerId = by.memberId;
      await tell(cast.admin, "organization.setManager", { memberId, managerId });
    }
  };
  const reviewIds: string[] = [];
  await managed(former);
  const [ended] = [
    await tellEnded(story, words, grown[0], former),
    await tellEnded(story, words, grown[1], former),
  ];
  for (const engineer of grown) reviewIds.push(await openReview(story, engineer, former));
  const [first = "", second = ""] = reviewIds;
  await saves(story, words, "manager", former, first);
  await saves(story, words, "self", grown[0], first);
  await submits(story, words, "self", grown[0], first);
  await managed(manager);
  await saves(story, words, "manager", manager, first);
  await submits(story, words, "manager", manager, second);
  await saves(story, words, "self", grown[1], second);
  reviewIds.push(...ended);
  const growth: Growth = {
    words,
    grown,
    manager,
    former,
    reviewIds,
    ids: {},
    submitMissing: async () => {
      await submits(story, words, "manager", manager, first);
      await submits(story, words, "self", grown[1], second);
    },
  };
  for (const chapter of CHAPTERS) await chapter(story, growth);
  await api.within(org.id, (tx) =>
    tx.update(mail).set({ state: "sent" }).where(eq(mail.state, "queued")),
  );
  return growth;
}

/** One review that was closed and answered, and one that was cancelled; their ids. */
async function tellEnded(
  story: Story,
  words: GrowthWords,
  engineer: StaffMember,
  manager: StaffMember,
): Promise<string[]> {
  const { tell, people } = story;
  const { memberId } = engineer;
  const both = (path: string, field: string) => words.both.plant(path, field);
  await tell(manager, "ladder.place", {
    memberId,
    levelId: people.jobs[0].levelIds[0],
    from: "2026-01-05",
    reason: both("ladder.place", "reason"),
  });
  const closed = await openReview(story, engineer, manager);
  await submits(story, words, "self", engineer, closed, "both");
  await submits(story, words, "manager", manager, closed, "both");
  const outcome = both("review.close", "outcome");
  await tell(manager, "review.close", { reviewId: closed, outcome });
  const answer = both("review.answer", "answer");
  await tell(engineer, "review.answer", { reviewId: closed, answer });
  const cancelled = await openReview(story, engineer, manager);
  const reason = both("review.cancel", "reason");
  await tell(manager, "review.cancel", { reviewId: cancelled, reason });
  return [closed, cancelled];
}

async function openReview(
  { tell, people, now }: Story,
  { memberId }: StaffMember,
  by: StaffMember,
): Promise<string> {
  const dueOn = new Date(now().getTime() + 60 * DAY).toISOString().slice(0, 10);
  const levelId = people.jobs[0].levelIds[1];
  return ReviewView.parse(await tell(by, "review.open", { memberId, levelId, dueOn })).id;
}

type Side = "self" | "manager";

async function saves(
  story: Story,
  words: GrowthWords,
  side: Side,
  by: StaffMember,
  reviewId: string,
): Promise<void> {
  const content = said(story, words[side], "review.saveDraft");
  await story.tell(by, "review.saveDraft", { reviewId, revision: 0, content });
}

async function submits(
  story: Story,
  words: GrowthWords,
  side: Side,
  by: StaffMember,
  reviewId: string,
  as: keyof GrowthWords = side,
): Promise<void> {
  const content = said(story, words[as], "review.submit");
  await story.tell(by, "review.submit", { reviewId, content });
}

/** A whole side: rated on words, one competency left out with a reason. */
function said({ people }: Story, words: SealedWords, path: string) {
  const evidence = words.plant(path, "content.ratings.evidence");
  const notAssessedReason = words.plant(path, "content.ratings.notAssessedReason");
  const ids = people.jobs[0].competencyIds;
  return {
    ratings: ids.map((competencyId, n) =>
      n === 0
        ? { competencyId, rating: null, notAssessedReason, evidence: "" }
        : { competencyId, rating: "yes" as const, notAssessedReason: "", evidence },
    ),
    summary: words.plant(path, "content.summary"),
  };
}

/** `path field` of each word that a command takes about growth and that was not planted. */
export function unplantedGrowth({ words }: Growth): string[] {
  const planted = Object.values(words).flatMap((one) => one.planted());
  return procedures()
    .filter(({ type, path }) => type === "mutation" && isPermission(path) && isOfGrowth(path))
    .flatMap(({ path, inputs: [schema] }) =>
      schema === undefined ? [] : wordFields(schema).map((field) => `${path} ${field}`),
    )
    .filter((one) => !planted.includes(one) && !OPEN_GROWTH_FIELDS.includes(one));
}

/** Every word of growth that was planted, by whose it is, as `growthIn` finds them. */
export function growthWords({ words }: Growth): string[] {
  const said = Object.entries(words).flatMap(([side, of]) =>
    of.planted().map((word) => `${side}: ${word}`),
  );
  return [ENTERED, ...said];
}

/** The words of growth that a text holds, by whose they are. */
export function growthIn({ words }: Growth, text: string): string[] {
  const figure = text.includes(String(FIGURE)) ? [ENTERED] : [];
  const said = Object.entries(words).flatMap(([side, of]) =>
    of
      .foundIn(text)
      .filter((word) => of.planted().includes(word))
      .map((word) => `${side}: ${word}`),
  );
  return [...figure, ...said];
}
