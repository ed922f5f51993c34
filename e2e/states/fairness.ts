import { withinOrg } from "@rubric/api/demo/organization";
import { connect } from "@rubric/db";
import { adverseImpact } from "@rubric/db/schema";
import { draftExperiment } from "@rubric/domain/experiment";
import { runningSystem } from "../env.ts";
import { daysAgo, type Organization } from "../setup-org.ts";

/** The figures of a year, as the worker writes them; the API's role may not. */
export async function makeFairness({ org }: Organization, jobId: string): Promise<void> {
  const owner = connect(runningSystem().ownerUrl, { max: 1 });
  const table = (attribute: string, groups: Record<string, number[]>, of: string | null) => ({
    attribute,
    jobId: of,
    depth: "all",
    rows: Object.entries(groups).map(([group, counts]) => ({ group, counts })),
  });
  try {
    await withinOrg(owner.db, org.id, (tx) =>
      tx.insert(adverseImpact).values({
        orgId: org.id,
        year: daysAgo(0).getUTCFullYear() - 1,
        least: 5,
        attributes: ["gender", "ethnicity", "age"],
        tables: [
          table("gender", { woman: [30, 15, 5], man: [20, 15, 15] }, jobId),
          table("gender", { woman: [41, 12, 9], man: [52, 18, 11], not_said: [12, 6, 5] }, null),
          table("age", { under_40: [60, 40, 22], from_40: [31, 18, 9] }, null),
        ],
        madeAt: daysAgo(1),
      }),
    );
  } finally {
    await owner.close();
  }
}

/** An experiment that waits for another admin to start it. */
export async function makeExperiment({ acting, cast }: Organization): Promise<string> {
  const { id } = await acting.act(cast.admin, daysAgo(2), "experiment.draft", draftExperiment, {
    name: `Later e-mails ${"x".repeat(65)}`,
    question: "Do people apply again more often when we write to them later?",
    rule: "application.rejectionDelay",
    metric: "applied_again" as const,
    variants: [
      { key: "as_now", weight: 50 },
      { key: "next_morning", weight: 50 },
    ],
    minimum: 100,
  });
  return id;
}
