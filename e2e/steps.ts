import { type Browser, expect, type Page } from "@playwright/test";
import { choose, mark, pickMoment } from "./fields.ts";
import { linkIn, mailTo } from "./mail.ts";
import { pageOf } from "./people.ts";

export const PASSWORD = "plain-otter-under-9-lamps";

export type Colleague = { name: string; email: string; roles: string[] };

/** The admin invites somebody by e-mail. */
export async function sendInvitation(members: Page, who: Colleague): Promise<void> {
  await members.getByRole("button", { name: "Invite someone" }).click();
  const dialog = members.getByRole("dialog", { name: "Invite someone" });
  await dialog.getByLabel("E-mail").fill(who.email);
  await dialog.getByLabel("Name").fill(who.name);
  for (const role of ["Interviewer", ...who.roles.filter((role) => role !== "Interviewer")]) {
    const box = dialog.getByRole("checkbox", { name: role, exact: true });
    await box.setChecked(who.roles.includes(role));
  }
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toBeHidden();
  await expect(members.getByRole("row", { name: new RegExp(who.name) })).toContainText(/invited/i);
}

/** Whoever was invited joins by the link in the e-mail, in a browser of their own. */
export async function joinByMail(browser: Browser, who: Colleague): Promise<Page> {
  const page = await pageOf(browser);
  await page.goto(linkIn(await mailTo(who.email, "Join"), "/join/"));
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/o\/[a-z0-9-]+$/);
  return page;
}

/** Sets an interview to begin in a few minutes; returns the path of its kit. */
export async function schedule(
  recruiter: Page,
  applicationPath: string,
  interview: string,
  interviewer: string,
): Promise<string> {
  await recruiter.goto(applicationPath);
  const line = recruiter
    .getByRole("list", { name: "Stages" })
    .getByRole("listitem")
    .filter({ has: recruiter.getByText(interview, { exact: true }) })
    .filter({ has: recruiter.getByRole("button", { name: "Schedule" }) });
  await line.last().getByRole("button", { name: "Schedule" }).first().click();
  const dialog = recruiter.getByRole("dialog");
  await pickMoment(recruiter, "Starts", new Date(Date.now() + 5 * 60_000));
  await dialog.getByLabel("Place").fill("https://meet.harbour.test/1");
  await choose(dialog, "Interviewers", interviewer);
  await recruiter.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(dialog).toBeHidden();
  const kit = recruiter.getByRole("link", { name: interview, exact: true }).last();
  return (await kit.getAttribute("href")) ?? "";
}

/** The interviewer rates every criterion of the kit and submits. */
export async function rate(interviewer: Page, kitPath: string): Promise<void> {
  await interviewer.goto(kitPath);
  const criteria = interviewer.getByRole("region", { name: "Criteria" }).getByRole("article");
  const submit = interviewer.getByRole("button", { name: "Submit the scorecard" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  const ratings = interviewer.getByRole("group", { name: /^Rating of / });
  for (const group of await ratings.all()) {
    const name = (await group.locator("legend").innerText()).trim();
    await mark(interviewer, name, "Yes");
  }
  for (const field of await criteria.getByLabel("What you saw or heard").all())
    await field.fill("Found the race between two postings and closed it with a unique key.");
  await mark(interviewer, /recommendation/i, "Yes");
  await interviewer.getByLabel("In short").fill("I would work with Casey.");
  await submit.click();
  await interviewer.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
  await expect(interviewer.getByRole("heading", { name: "Your scorecard" })).toBeVisible();
}

export async function pickGrounds(manager: Page, criteria: string[]): Promise<void> {
  const grounds = manager.getByRole("group", { name: "The criteria it rests on" });
  for (const name of criteria) await grounds.getByText(name, { exact: true }).click();
}

export async function advance(manager: Page, to: string): Promise<void> {
  await decideFor(manager, new RegExp(to));
}

/** Takes the decision whose words match, with a reason. */
export async function decideFor(manager: Page, words: RegExp): Promise<void> {
  await manager.getByRole("radio", { name: words }).check();
  await manager.getByLabel("Why", { exact: true }).fill("The scorecards hold the evidence.");
  await manager.getByRole("button", { name: words }).click();
  const done = / is in .*\.|Decided: an offer/;
  await expect(manager.getByRole("alert").filter({ hasText: done }).first()).toBeVisible();
}

/** An instant so many days from now. */
export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
