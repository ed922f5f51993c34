import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import { choose, fillDay } from "./fields.ts";
import { linkIn, mailTo } from "./mail.ts";
import { makeOfferable, sendOffer } from "./offers.ts";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization, type Organization, type Part } from "./setup-org.ts";
import { daysFromNow } from "./steps.ts";
import { test } from "./test.ts";

const RANGE = "range that was last shown to this person";
const REASON = "Ran this very system for six years.";

async function open(browser: Browser, org: Organization, part: Part, path: string): Promise<Page> {
  const page = await pageAs(browser, org.cast[part]);
  await page.goto(`/o/${org.slug}${path}`);
  return page;
}

/** A draft for Germany: outside the range that was shown an exception is needed, not a reason alone. */
async function draftForGermany(admin: Page): Promise<Locator> {
  await admin.getByRole("button", { name: "Draft… for Band" }).click();
  const dialog = admin.getByRole("dialog", { name: "Draft a policy" });
  await choose(dialog, "What lifts it outside the range last disclosed", "exception");
  await choose(dialog, "Region", "Germany (DE)");
  await dialog.getByLabel("Reason").fill("What was promised in public holds.");
  await dialog.getByRole("button", { name: "Save the draft" }).click();
  await expect(dialog).toBeHidden();
  const version = versionOf(admin);
  await expect(version).toContainText("Germany");
  await expect(version).toContainText("Draft");
  return version;
}

function versionOf(page: Page): Locator {
  return page.getByRole("article", { name: "Band" }).getByRole("listitem");
}

/** Writes an offer of EUR 95,000, outside the range of the post, and asks for its approval. */
async function askFor(recruiter: Page, path: string): Promise<void> {
  await recruiter.goto(path);
  await recruiter.getByRole("textbox", { name: "Amount per year", exact: true }).fill("95000");
  await recruiter.getByLabel("Why outside the range").fill(REASON);
  await fillDay(recruiter, "Starts on", daysFromNow(60));
  await choose(recruiter, "Approver", "Abel Approver");
  await recruiter.getByRole("button", { name: "Ask for approval" }).click();
}

test("a policy is tried, approved by another, refuses an offer, and an exception lifts it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const org = await makeOrganization();
  const job = await makeJob(org, { openings: 3 });
  const outside = await makeOfferable(org, job, "Nia North");
  const inside = await makeOfferable(org, job, "Otis Ost");
  const next = await makeOfferable(org, job, "Pia West");
  await sendOffer(org, outside, { amountMinor: 9_500_000, rangeReason: REASON });
  await sendOffer(org, inside, { amountMinor: 8_000_000 });
  const offerPath = `/o/${org.slug}/applications/${next.applicationId}/offer`;
  const admin = await open(browser, org, "admin", "/settings/policies");

  await test.step("an admin drafts it and sees what it would have changed, and for whom", async () => {
    const version = await draftForGermany(admin);
    await version.getByRole("button", { name: "Try it on history" }).click();
    // Drafted, asked for and sent, of two people.
    const found = version.getByRole("link", {
      name: "2 of 6 past decisions would have come out differently",
    });
    await found.click({ timeout: 30_000 });
    await expect(admin.getByRole("heading", { name: "What would change" })).toBeVisible();
    await expect(admin.getByText("2 of 6 past decisions")).toBeVisible();
    const rows = admin.getByRole("table").getByRole("row").filter({ hasText: "Nia North" });
    await expect(rows).toHaveCount(2);
    for (const what of ["Asked for the approval of an offer", "Sent an offer"]) {
      const row = rows.filter({ hasText: what });
      await expect(row).toContainText("Was accepted");
      await expect(row).toContainText("Would be refused");
      await expect(row).toContainText(`above the ${RANGE}`);
    }
    await expect(admin.getByText("Otis Ost")).toHaveCount(0);
  });

  await test.step("proposed, it is for another admin to approve, and the page says so", async () => {
    await admin.getByRole("link", { name: "Policies", exact: true }).first().click();
    const version = versionOf(admin);
    await version.getByRole("button", { name: "Propose" }).click();
    await expect(version).toContainText("Waiting for approval");
    const approve = version.getByRole("button", { name: "Approve" });
    await expect(approve).toHaveAttribute("aria-disabled", "true");
    await expect(version.getByText(/Nobody approves a policy that they/).first()).toBeVisible();
  });

  await test.step("the second admin approves it", async () => {
    const second = await open(browser, org, "secondAdmin", "/settings/policies");
    const asked = second.getByRole("region", { name: "Waits for your approval" });
    await asked.getByRole("link", { name: "Offer: band, Germany" }).click();
    const version = versionOf(second);
    await version.getByRole("button", { name: "Approve" }).click();
    await second.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await expect(version).toContainText("In force");
    await expect(version).toContainText("Version 1 by Ada Admin, approved by Asta Admin");
    await expect(asked).toBeHidden();
  });

  const recruiter = await open(browser, org, "recruiter", "");
  await test.step("the next offer is refused, with its sentence and all of the why", async () => {
    await askFor(recruiter, offerPath);
    const own = recruiter.getByRole("region", { name: "Version 1" });
    await expect(own.getByText(`above the ${RANGE}`).last()).toBeVisible();
    await expect(own.getByRole("button", { name: "Ask for approval" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await own.getByRole("button", { name: "Why, in full" }).click();
    const why = recruiter.getByRole("dialog", { name: "Why, in full" });
    for (const part of ["Refused", "offer.band", "Version 1", "Germany", "ask for an exception"]) {
      await expect(why.getByText(part, { exact: false }).first()).toBeVisible();
    }
    await expect(why.getByText("95,000", { exact: false }).first()).toBeVisible();
    await recruiter.keyboard.press("Escape");
  });

  await test.step("the hiring manager asks for an exception with a reason", async () => {
    const manager = await open(browser, org, "manager", "");
    await manager.goto(offerPath);
    await manager.getByRole("button", { name: "Ask for an exception" }).click();
    const dialog = manager.getByRole("dialog");
    await dialog.getByLabel("Why this person, at this pay").fill("Nobody else knows the ledger.");
    await dialog.getByRole("button", { name: "Ask for it" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("the approver is told, and approves it", async () => {
    const approver = await open(browser, org, "approver", "");
    const line = approver.getByRole("listitem").filter({ hasText: "Pia West" });
    await expect(line).toContainText("asked by Mara Manager");
    await line.getByRole("link", { name: "Answer an exception" }).click();
    await expect(approver.getByText("Nobody else knows the ledger.")).toBeVisible();
    const letter = await mailTo(
      `approver@${org.slug}.test`,
      "To approve: an exception for Pia West",
    );
    await approver.goto(linkIn(letter, "/offers/"));
    await approver.getByRole("button", { name: "Approve the exception" }).click();
    const dialog = approver.getByRole("dialog");
    await dialog.getByLabel("Why").fill("It is cheaper than to learn it anew.");
    await dialog.getByRole("button", { name: "Approve it" }).click();
    await expect(dialog).toBeHidden();
    await mailTo(`manager@${org.slug}.test`, "Approved: the exception for Pia West");
  });

  await test.step("the same offer goes through, and the trail says which version judged it", async () => {
    await recruiter.goto(offerPath);
    await recruiter.getByRole("button", { name: "Ask for approval" }).click();
    await expect(recruiter.getByText("Waits for Abel Approver.")).toBeVisible();
    const approver = await open(browser, org, "approver", "");
    await approver.getByRole("link", { name: "Approve an offer" }).click();
    await approver.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(approver.getByText("Approved", { exact: true }).first()).toBeVisible();
    await recruiter.reload();
    await recruiter.getByRole("button", { name: "Send it" }).click();
    await recruiter.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
    await expect(recruiter.getByText("Sent to Pia West")).toBeVisible();
  });

  await test.step("the trail says which version judged the offer, and what it looked at", async () => {
    const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
    const { versions } = await api.offer.list.query({ applicationId: next.applicationId });
    const auditor = await open(browser, org, "auditor", `/audit?subject=${versions[0]?.id ?? ""}`);
    for (const what of ["Asked for the approval of an offer", "Sent an offer"]) {
      const row = auditor.getByRole("row").filter({ hasText: what });
      await row.getByRole("button").click();
      const judged = auditor.getByRole("region", { name: "Judged by rule" }).first();
      await expect(judged).toContainText("Nothing against it");
      await expect(judged).toContainText("offer.band");
      await expect(judged).toContainText("Version 1");
      await expect(judged).toContainText("Germany");
      await expect(judged).toContainText("Exceptedyes");
      await row.getByRole("button").click();
    }
  });
});

test("a draft in shadow counts what it would have said, and binds nobody", async ({ browser }) => {
  const org = await makeOrganization();
  const next = await makeOfferable(org, await makeJob(org), "Pia West");
  const admin = await open(browser, org, "admin", "/settings/policies");
  const version = await draftForGermany(admin);
  await version.getByRole("button", { name: "Run in shadow" }).click();
  await expect(version).toContainText("In shadow: 0 of 0 decisions differ");

  const recruiter = await open(browser, org, "recruiter", "");
  await askFor(recruiter, `/o/${org.slug}/applications/${next.applicationId}/offer`);
  await expect(recruiter.getByText("Waits for Abel Approver.")).toBeVisible();

  await admin.reload();
  // As a draft it passes both; asked for, it would have been refused.
  await version.getByRole("link", { name: "In shadow: 1 of 2 decisions differ" }).click();
  const rows = admin.getByRole("table").getByRole("row").filter({ hasText: "Pia West" });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Asked for the approval of an offer");
  await expect(rows).toContainText("Would be refused");
});
