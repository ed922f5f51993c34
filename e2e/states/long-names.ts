import { withinOrg } from "@rubric/api/demo/organization";
import { organization } from "@rubric/db/schema";
import { eq, sql } from "drizzle-orm";
import type { Organization } from "../setup-org.ts";

const WORD = " Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamte";

/** What people name, and a text that they wrote. */
const NAMED = {
  candidate: ["name", "headline", "location"],
  member: ["name", "title"],
  job: ["title", "team"],
  job_post: ["title", "body"],
  stage: ["name", "assesses"],
  plan_interview: ["name", "instructions"],
  framework_version: ["name", "summary"],
  framework_theme: ["name"],
  competency: ["name"],
  question: ["text", "assesses"],
  offer: ["conditions"],
  requisition: ["title", "reason"],
  scorecard_rating: ["evidence"],
} as const;

/** Gives all that has a name in an organization one with a word of 65 letters. */
export async function lengthenNames({ db, org }: Organization): Promise<void> {
  await withinOrg(db, org.id, async (tx) => {
    for (const [table, columns] of Object.entries(NAMED)) {
      const sets = columns.map((column) => `${column} = ${column} || '${WORD}'`).join(", ");
      await tx.execute(sql.raw(`update ${table} set ${sets}`));
    }
    await tx
      .update(organization)
      .set({ name: sql`${organization.name} || ${WORD}` })
      .where(eq(organization.id, org.id));
  });
}
