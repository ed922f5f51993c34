import { actingFor } from "@rubric/api/demo/acting";
import { turnedDown } from "@rubric/api/demo/stories";
import { connect } from "@rubric/db";
import { reportFairness } from "@rubric/domain/fairness";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { runningSystem } from "./env.ts";
import { pageAs, pageOf } from "./people.ts";
import {
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
} from "./setup-org.ts";
import { test } from "./test.ts";

/** Two admins have candidates in the United States asked how they identify themselves. */
async function ask(org: Organization): Promise<void> {
  const as = (who: "admin" | "secondAdmin") => apiAs({ who: org.cast[who], org: org.slug });
  const [first, second] = await Promise.all([as("admin"), as("secondAdmin")]);
  const drafted = await first.policy.draft.mutate({
    versionId: null,
    rule: "fairness.selfIdentification",
    segment: { region: "US", experiment: null, client: null, network: null },
    kind: "flow",
    parameters: { asked: true, attributes: ["gender"], least: 5, fourFifths: true },
    ends: false,
    effectiveFrom: null,
    effectiveTo: null,
    reason: "We want to know whether we treat everyone alike.",
  });
  const versionId = drafted.versions[0]?.id ?? "";
  await first.policy.propose.mutate({ versionId });
  await second.policy.approve.mutate({ versionId });
}

/** What the worker does at the turn of the year, as a role that may read the answers. */
async function endTheYear({ org }: Organization): Promise<void> {
  const owner = connect(runningSystem().ownerUrl, { max: 2 });
  try {
    const year = new Date().getUTCFullYear() + 1;
    const { act } = actingFor(owner.db, org);
    const worker = { kind: "system" as const, job: "worker" };
    await act(worker, new Date(`${year}-01-02T10:00:00Z`), "fairness.report", reportFairness, {});
  } finally {
    await owner.close();
  }
}

test("who identifies themself is read by nobody, and counted among too few to say", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org, { locations: ["US-TX"] });
  const one = await makeCase(org, job, "Nia North");
  const elsewhere = await makeCase(org, await makeJob(org), "Otis Ost");
  await ask(org);

  const person = await pageOf(browser);
  await person.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  const question = person.getByRole("region", { name: /how do you identify yourself/ });
  await expect(question).toContainText("no number below 5 people is ever shown");
  await question.getByRole("radio", { name: "Woman", exact: true }).check();
  await question.getByRole("button", { name: "Keep it apart" }).click();
  await expect(question.getByRole("button", { name: "Take back what I said" })).toBeVisible();

  await person.goto(`/${org.slug}/me/${await linkOf(org, elsewhere.candidateId)}`);
  await expect(person.getByText("Senior Backend Engineer").first()).toBeVisible();
  await expect(person.getByText(/how do you identify yourself/)).toHaveCount(0);

  await turnedDown(one, panelOf(org));
  await endTheYear(org);
  const auditor = await pageAs(browser, org.cast.auditor);
  await auditor.goto(`/o/${org.slug}/fairness`);
  const year = auditor.getByRole("region", { name: String(new Date().getUTCFullYear()) });
  await expect(year.getByRole("heading", { name: "Gender" })).toBeVisible();
  await expect(year.getByText("Too few to say.")).toBeVisible();
  await expect(year.getByText("Woman")).toHaveCount(0);
  await expect(year.getByRole("table")).toHaveCount(0);

  for (const part of ["admin", "recruiter", "manager"] as const) {
    const api = await apiAs({ who: org.cast[part], org: org.slug });
    expect(await refusal(api.fairness.show.query({}))).toBe("FORBIDDEN");
  }
});
