import { framework } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import { editAnchor, publishFramework, startFrameworkDraft } from "@rubric/domain/framework";
import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { after, type World } from "./journey.ts";
import { withinOrg } from "./organization.ts";

/** What the second version says besides, by competency and level. */
const ADDED = [
  {
    competency: "query-performance",
    level: "senior",
    words: "Names the figure that would make them change their mind.",
  },
  {
    competency: "technical-communication",
    level: "engineer",
    words: "Says what is not known yet.",
  },
] as const;

/** The admin publishes the second version of the framework; the open jobs stay with the first. */
export async function reviseFramework(world: World, admin: Member, at: Date): Promise<void> {
  const { acting, db, org } = world;
  const [known] = await withinOrg(db, org.id, (tx) => tx.select().from(framework).limit(1));
  const draft = await acting.act(admin, at, "framework.startDraft", startFrameworkDraft, {
    frameworkId: known?.id ?? "",
  });
  const versionId = draft.version.id;
  for (const { competency, level, words } of ADDED) {
    const cell = cellOf(draft, competency, level);
    await acting.act(admin, after(at, 20), "framework.editAnchor", editAnchor, {
      versionId,
      competencyId: cell.competencyId,
      levelId: cell.levelId,
      summary: `${cell.summary} ${words}`,
      proficiency: cell.proficiency,
      examples: cell.examples,
      supportingUrls: cell.supportingUrls,
    });
  }
  await acting.act(admin, after(at, 60), "framework.publish", publishFramework, { versionId });
}

function cellOf(view: FrameworkView, competency: string, level: string) {
  const row = view.competencies.find((one) => one.key === competency);
  const levelId = view.levels.find((one) => one.key === level)?.id;
  const cell = row?.anchors.find((one) => one.levelId === levelId);
  if (row === undefined || cell === undefined) throw new Error(`No anchor of ${competency}.`);
  return { ...cell, competencyId: row.id };
}
