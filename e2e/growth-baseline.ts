import { apply } from "@rubric/api/demo/apply";
import type { Case } from "@rubric/api/demo/journey";
import { offered } from "@rubric/api/demo/stories";
import { approvePolicy, draftPolicy, proposePolicy } from "@rubric/domain/policy";
import { expect, type Page } from "@playwright/test";
import { choose } from "./fields.ts";
import { type Job, daysAgo, makeOrganization, type Organization, panelOf } from "./setup-org.ts";

/** Has privacy notices say that interview ratings may become a baseline, by two admins. */
async function announceBaseline({ acting, cast }: Organization): Promise<void> {
  const at = daysAgo(28);
  const { admin, secondAdmin } = cast;
  const view = await acting.act(admin, at, "policy.draft", draftPolicy, {
    versionId: null,
    rule: "baseline.notice",
    segment: { region: null, experiment: null, client: null, network: null },
    kind: "flow",
    parameters: { said: true },
    ends: false,
    effectiveFrom: null,
    effectiveTo: null,
    reason: "Who is hired begins with what their interviews showed.",
  });
  const versionId = view.versions[0]?.id ?? "";
  await acting.act(admin, at, "policy.propose", proposePolicy, { versionId });
  await acting.act(secondAdmin, at, "policy.approve", approvePolicy, { versionId });
}

/** An organization in which notices say so, before its first job. */
export async function makeAnnounced(): Promise<Organization> {
  const org = await makeOrganization();
  await announceBaseline(org);
  return org;
}

/** Somebody who applied, was interviewed and is hired. */
export async function makeHired(org: Organization, job: Job, name: string): Promise<Case> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${org.slug}.example`;
  const person = { name, email, headline: "Backend engineer, ticketing", location: "Berlin" };
  const one = await apply(org, job, person, daysAgo(19), 0);
  await offered("confirmed", 8_000_000)(one, panelOf(org));
  return one;
}

/** The admin invites who was hired, and says who manages them. */
export async function inviteHired(
  admin: Page,
  slug: string,
  { name, email, manager }: { name: string; email: string; manager: string },
): Promise<void> {
  await admin.goto(`/o/${slug}/settings/members`);
  await admin.getByRole("button", { name: `Invite ${name}` }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Title").fill("Backend Engineer");
  await choose(dialog, "Manager", manager);
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByText(`An invitation is on its way to ${name}.`)).toBeVisible();
}

/** Goes to the baseline of the reader's own growth; returns its path. */
export async function toOwnBaseline(page: Page, slug: string): Promise<string> {
  await page.goto(`/o/${slug}/growth`);
  await page.getByRole("link", { name: "Baseline", exact: true }).click();
  await expect(page).toHaveURL(/\/baseline$/);
  await expect(page.getByRole("heading", { level: 1, name: /baseline/i })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Opens the baseline for the first time. */
export async function openBaseline(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "What the interviews showed" })).toHaveCount(0);
  await page.getByRole("button", { name: "Open my baseline" }).click();
  await expect(page.getByRole("heading", { name: "What the interviews showed" })).toBeVisible();
}

/** Lets the manager see the baseline at once, with a remark. */
export async function shareBaseline(page: Page, remark: string): Promise<void> {
  await page.getByRole("button", { name: "Let my manager see it now" }).click();
  await page.getByLabel("Your remark").fill(remark);
  await page.getByRole("button", { name: "Let them see it" }).click();
  await expect(page.getByText("Open to your manager")).toBeVisible();
}

/** Objects to the use of one's baseline, with the reason. */
export async function objectToBaseline(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Object to its use" }).click();
  await page.getByLabel("Why").fill(reason);
  await page.getByRole("button", { name: "Object", exact: true }).click();
  await expect(page.getByText("Objected", { exact: true })).toBeVisible();
}
