import type { Page } from "@playwright/test";
import { apiAs } from "../api.ts";
import { pageAs } from "../people.ts";
import { usual } from "./worlds.ts";

/** One writes a scorecard in two windows: the second to save is asked which of them to keep. */
export async function writeScorecardTwice(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [window, words] of [
    [other, "Written there."],
    [page, "Written here."],
  ] as const) {
    const saved = window.waitForResponse(/scorecard\.saveDraft/);
    await window.getByLabel("In short").fill(words);
    await saved;
  }
  await other.close();
}

/** The hiring manager weighs the rubric while the recruiter saves another one. */
export async function weighTwice(page: Page): Promise<void> {
  const { cast } = await usual();
  const browser = page.context().browser();
  if (browser === null) throw new Error("There is no browser for the other window.");
  const other = await pageAs(browser, cast.recruiter);
  await other.goto(page.url());
  await weigh(page, "5");
  await weigh(other, "4");
  await other.getByRole("button", { name: "Save the draft" }).click();
  await other.getByText("is saved and counts for nobody yet").waitFor();
  await other.context().close();
  await page.reload();
}

async function weigh(page: Page, weight: string): Promise<void> {
  const weights = page.getByRole("radiogroup", { name: /^Weight of/ }).first();
  await weights.getByText(weight, { exact: true }).click();
  await page.getByText("Not saved", { exact: true }).waitFor();
}

/** The hiring manager takes notes while the recruiter saves others. */
export async function takeNotesTwice(page: Page): Promise<void> {
  const { cast, slug, debriefedId } = await usual();
  const notes = page.getByLabel("What was said, and what tipped the balance");
  await notes.fill("Written by the manager.");
  const api = await apiAs({ who: cast.recruiter, org: slug });
  const { application, stage, sessions } = await api.debrief.show.query({
    applicationId: debriefedId,
    stageId: null,
  });
  const previous = sessions.find((one) => one.state === "open")?.notes ?? "";
  const of = { applicationId: application.id, stageId: stage.id };
  await api.debrief.saveNotes.mutate({ ...of, previous, notes: "Written by the recruiter." });
  await notes.blur();
}
