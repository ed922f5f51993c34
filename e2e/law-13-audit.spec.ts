import { newId } from "@rubric/db";
import { auditChain, auditEntry } from "@rubric/db/schema";
import { stageId } from "@rubric/api/demo/journey";
import { judged } from "@rubric/api/demo/kits";
import { withinOrg } from "@rubric/api/demo/organization";
import { callOwed, loopOwed } from "@rubric/api/demo/stories";
import { desc, eq } from "drizzle-orm";
import { expect, type Page } from "@playwright/test";
import { type Api, apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import {
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
  type Part,
} from "./setup-org.ts";
import { around, everyAnswer } from "./sweep.ts";
import { test } from "./test.ts";
import { trailOf } from "./trail.ts";

const SEALED = "Sealed: 2 of 3 scorecards of this stage are in. It opens when the quorum is in.";

/** The page's entries with one action; the newest is opened. */
async function openNewest(page: Page, org: Organization, action: string): Promise<void> {
  await page.goto(`/o/${org.slug}/audit?action=${action}`);
  const toggle = page.getByRole("button", { name: /before and after/ }).first();
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
}

test("law 13: each command leaves one entry; reads, drafts and refusals leave none", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(3, false)(one, panelOf(org));
  const { scorecardId } = await seatOf(one, org.cast.first, "First call");
  const as = (part: Part) => apiAs({ who: org.cast[part], org: org.slug });
  const [admin, recruiter] = await Promise.all([as("admin"), as("recruiter")]);
  const [manager, author] = await Promise.all([as("manager"), as("first")]);
  const candidate = await apiAs({ candidateLink: await linkOf(org, one.candidateId) });
  const { applicationId } = one;
  const at = { applicationId, stageId: stageId(one, "call") };
  const planInterviewId = one.job.plan.rated.find((row) => row.interview === "First call");
  const content = judged(one.job.plan, planInterviewId?.planInterviewId ?? "", "strong", 0);
  const nextWordAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const before = await trailOf(org);

  await author.scorecard.saveDraft.mutate({ scorecardId, revision: 0, content });
  const asked = await around(one);
  await Promise.all([recruiter, manager, author, admin].map((api) => everyAnswer(api, asked)));
  const nothing = { ...content, ratings: [] };
  expect(await refusal(author.scorecard.submit.mutate({ scorecardId, content: nothing }))).toBe(
    "CRITERIA_INCOMPLETE",
  );
  expect(
    await refusal(author.application.hold.mutate({ applicationId, reason: "No.", nextWordAt })),
  ).toBe("FORBIDDEN");
  expect(await trailOf(org)).toEqual(before);

  await recruiter.application.addNote.mutate({ applicationId, kind: "logistics", text: "Late." });
  await recruiter.application.hold.mutate({ applicationId, reason: "On leave.", nextWordAt });
  await recruiter.application.resume.mutate({ applicationId });
  await candidate.candidate.askAdjustment.mutate({ applicationId, asked: "A quiet room." });
  await author.scorecard.submit.mutate({ scorecardId, content });
  await manager.debrief.decide.mutate({
    ...at,
    kind: "advance",
    levelKey: "senior",
    levelReason: "",
    criterionIds: content.ratings.map((rating) => rating.criterionId),
    requirement: "",
    reason: "It holds.",
  });
  await admin.organization.updateSettings.mutate({ privacyNotice: "Ours.", timeZone: "UTC" });
  const done = [
    ["application.addNote", "Added a note", org.cast.recruiter.name],
    ["application.hold", "Put an application on hold", org.cast.recruiter.name],
    ["application.resume", "Took an application off hold", org.cast.recruiter.name],
    ["candidate.askAdjustment", "Asked for something to be arranged", "A candidate"],
    ["scorecard.submit", "Submitted a scorecard", org.cast.first.name],
    ["debrief.decide", "Recorded a decision", org.cast.manager.name],
    ["organization.updateSettings", "Changed the settings", org.cast.admin.name],
  ] as const;
  const after = await trailOf(org);
  expect(after.slice(before.length)).toEqual(done.map(([action]) => action));

  const page = await pageAs(browser, org.cast.auditor);
  await page.goto(`/o/${org.slug}`);
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  const lines = page.getByRole("row", { name: /before and after/ });
  for (const [, words, actor] of done) {
    const line = lines.filter({ has: page.getByText(words, { exact: true }) }).first();
    await expect(line.getByRole("cell", { name: actor, exact: true })).toBeVisible();
  }
  await openNewest(page, org, "application.hold");
  await expect(lines).toHaveCount(1);
  await expect(lines.getByText("Put an application on hold", { exact: true })).toBeVisible();
  await expect(page.getByText("application.hold", { exact: true })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "reason" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "On leave.", exact: true })).toBeVisible();

  const what = page.getByRole("combobox", { name: "What" });
  await what.fill("application.resume");
  await page.getByRole("option", { name: "Took an application off hold", exact: true }).click();
  await expect(page).toHaveURL(/\?action=application\.resume$/);
  await expect(lines.getByText("Took an application off hold", { exact: true })).toHaveCount(1);
});

test("law 13: what an entry tells of a sealed scorecard is sealed with it", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  const panel = { ...panelOf(org), security: org.cast.admin };
  await loopOwed(2, ["strong", "weak"])(one, panel);
  const { admin, auditor, first } = org.cast;
  const planted = "Could not name a single invariant.";
  const { applicationId } = one;
  const interviewer = await apiAs({ who: first, org: org.slug });
  await interviewer.application.addNote.mutate({
    applicationId,
    kind: "assessment",
    text: planted,
  });
  const whole = await apiAs({ who: auditor, org: org.slug });
  const owing = await apiAs({ who: admin, org: org.slug });
  const states = async (api: Api, action: string) => {
    const { entries } = await api.audit.list.query({ action });
    return entries.map((entry) => entry.detail.state);
  };
  expect(await states(whole, "scorecard.submit")).toEqual(["sealed", "sealed", "open"]);
  // The admin owes a scorecard here, so to them the decided stage is sealed too.
  expect(await states(owing, "scorecard.submit")).toEqual(["sealed", "sealed", "sealed"]);
  for (const api of [whole, owing]) {
    expect(await states(api, "application.addNote")).toEqual(["sealed"]);
    const heard = (await everyAnswer(api, await around(one))).get("audit.list");
    expect(heard).not.toContain(planted);
  }
  const page = await pageAs(browser, auditor);
  await openNewest(page, org, "application.addNote");
  await expect(page.getByText(SEALED)).toBeVisible();
  const chair = await pageAs(browser, admin);
  await openNewest(chair, org, "scorecard.submit");
  await expect(
    chair.getByText("Sealed: you still owe a scorecard on this candidate.", { exact: false }),
  ).toBeVisible();
  for (const tab of [page, chair]) await expect(tab.getByText(planted)).toHaveCount(0);

  const { scorecardId } = await seatOf(one, admin, "Security and personal data");
  const kit = one.job.plan.rated.find((row) => row.interview === "Security and personal data");
  const content = judged(one.job.plan, kit?.planInterviewId ?? "", "fair", 0);
  await owing.scorecard.submit.mutate({ scorecardId, content });
  await openNewest(page, org, "application.addNote");
  await expect(page.getByRole("cell", { name: planted, exact: true })).toBeVisible();
});

test("law 13: admin and auditor read the trail, and nobody else", async ({ browser }) => {
  const org = await makeOrganization();
  const path = `/o/${org.slug}/audit`;
  const readers = ["admin", "secondAdmin", "auditor"];
  const others = Object.keys(org.cast).filter((part) => !readers.includes(part));
  expect(others).toHaveLength(9);
  for (const [part, who] of Object.entries(org.cast)) {
    const api = await apiAs({ who, org: org.slug });
    const may = !others.includes(part);
    for (const ask of [() => api.audit.list.query({}), () => api.audit.verify.query({})]) {
      if (may) await ask();
      else expect(await refusal(ask()), part).toBe("FORBIDDEN");
    }
    const page = await pageAs(browser, who);
    const sent = await (await page.request.get(path)).text();
    expect(sent.includes("Audit entries, newest first"), part).toBe(may);
    expect(sent.includes("organization.invite"), part).toBe(may);
    await page.context().close();
  }
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "This is not open to you" })).toBeVisible();
  await expect(page.getByText("Your roles and duties do not allow this.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit", exact: true })).toHaveCount(0);
});

test("law 13: the auditor verifies the trail, and a forged entry shows with its place", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const api = await apiAs({ who: org.cast.auditor, org: org.slug });
  const page = await pageAs(browser, org.cast.auditor);
  await page.goto(`/o/${org.slug}/audit`);
  const bar = page.getByRole("region", { name: "Verification" });
  const { entries } = await api.audit.verify.query({});
  await expect(bar).toContainText(`All ${entries} entries are as they were written.`);

  await forge(org);
  await bar.getByRole("button", { name: "Verify again" }).click();
  await expect(bar).toContainText(
    `The trail holds up to entry ${entries}, and was tampered with after it.`,
  );
  await expect(bar.getByRole("listitem")).toHaveText([
    `Entry ${entries + 1} is not as it was written.`,
    `The detail of entry ${entries + 1} is missing.`,
  ]);
  expect((await api.audit.verify.query({})).whole).toBe(false);
});

/** Who holds the API's own database role adds an entry that no command wrote, and moves the head. */
async function forge(org: Organization): Promise<void> {
  await withinOrg(org.db, org.org.id, async (tx) => {
    const [last] = await tx.select().from(auditEntry).orderBy(desc(auditEntry.sequence)).limit(1);
    if (last === undefined) throw new Error("The trail is empty.");
    const head = {
      sequence: last.sequence + 1,
      at: new Date(last.at.getTime() + 1),
      hash: "f".repeat(64),
      previousHash: last.hash,
    };
    await tx.insert(auditEntry).values({ ...last, ...head, id: newId() });
    await tx.update(auditChain).set(head).where(eq(auditChain.orgId, org.org.id));
  });
}
