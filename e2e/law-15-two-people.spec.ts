import { expect } from "@playwright/test";
import { apiAs } from "./api.ts";
import { choose } from "./fields.ts";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization, type Organization } from "./setup-org.ts";
import { test } from "./test.ts";

const EVERYONE = { region: null, experiment: null, client: null, network: null };

const terms = (marginPercent: number, versionId: string | null = null) => ({
  versionId,
  rule: "offer.headcount",
  segment: EVERYONE,
  kind: "flow" as const,
  parameters: { marginPercent },
  ends: false,
  effectiveFrom: null,
  effectiveTo: null,
  reason: "We grow faster than finance plans.",
});

const as = (org: Organization, who: "admin" | "secondAdmin") =>
  apiAs({ who: org.cast[who], org: org.slug });

test("law 15: nobody approves a policy that was changed after they opened it", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const author = await as(org, "admin");
  const { versions } = await author.policy.draft.mutate(terms(20));
  const versionId = versions[0]?.id ?? "";
  await author.policy.propose.mutate({ versionId });
  const page = await pageAs(browser, org.cast.secondAdmin);
  await page.goto(`/o/${org.slug}/settings/policies`);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await author.policy.sendBack.mutate({ versionId, reason: "A figure was wrong." });
  await author.policy.draft.mutate(terms(100, versionId));
  await author.policy.propose.mutate({ versionId });
  const dialog = page.getByRole("dialog", { name: "Approve this policy?" });
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(dialog).toContainText("This was changed after you opened it.");
  const { policies } = await author.policy.list.query({});
  expect(policies[0]?.versions[0]).toMatchObject({ state: "proposed", inForce: false });
});

test("what is typed of a policy is there again after the page was lost", async ({ browser }) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.admin);
  const open = async () => {
    await page.goto(`/o/${org.slug}/settings/policies`);
    await page.getByRole("button", { name: "Draft a policy" }).click();
    return page.getByRole("dialog", { name: "Draft a policy" });
  };
  const reason = (await open()).getByLabel("Reason");
  await reason.fill("Finance plans a quarter ahead, and we hire");
  await page.context().setOffline(true);
  await reason.press("End");
  await reason.pressSequentially(" by the week.");
  await page.context().setOffline(false);
  await page.reload();
  const again = await open();
  await expect(again.getByLabel("Reason")).toHaveValue(
    "Finance plans a quarter ahead, and we hire by the week.",
  );
  await again.getByRole("button", { name: "Save the draft" }).click();
  await expect(again).toBeHidden();
  await expect((await open()).getByLabel("Reason")).toHaveValue("");
});

test("a requisition whose asking was lost on the way is one, however often it is asked for", async ({
  browser,
}) => {
  const org = await makeOrganization();
  await makeJob(org);
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/requisitions/new`);
  await page.getByLabel("Title").fill("Payouts engineer");
  await choose(page, "Places", "Berlin");
  await page.getByLabel("Band from, a year").fill("60000");
  await page.getByLabel("Band to, a year").fill("80000");
  await choose(page, "People", "Abel Approver");
  await page.getByLabel("Reason").fill("The team takes on payouts.");
  const ask = page.getByRole("button", { name: "Ask for approval" });
  await page.route(/requisition\.request/, (route) => route.abort());
  await ask.click();
  // It is tried again by itself for a while; then the page says that it could not be reached.
  await expect(ask).toBeDisabled();
  await expect(ask).toBeEnabled({ timeout: 60_000 });
  await page.unroute(/requisition\.request/);
  await ask.click();
  await page.waitForURL(/requisitions\/[0-9a-f-]+$/);
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const { requisitions } = await api.requisition.list.query({ states: [] });
  expect(requisitions).toMatchObject([{ title: "Payouts engineer", state: "pending" }]);
});
