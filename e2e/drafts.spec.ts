import { expect } from "@playwright/test";
import { owing } from "./owing.ts";
import { writeScorecardTwice } from "./states/two-windows.ts";
import { test } from "./test.ts";

test("a scorecard that was left and is opened again is as it was written, and goes on", async ({
  browser,
}) => {
  const { page, org } = await owing(browser);
  const seen = page.getByLabel("What you saw or heard").first();
  const home = page.getByRole("navigation").getByRole("link", { name: "Home" }).first();
  const type = async (words: string) => {
    await seen.press("End");
    await seen.pressSequentially(words);
  };
  const leaveAndReturn = async () => {
    await home.click();
    await page.waitForURL(`**/o/${org.slug}`);
    await page.goBack();
  };

  await type("Saved before leaving");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await leaveAndReturn();
  await expect(seen).toHaveValue("Saved before leaving");
  await type(", left at once");
  await leaveAndReturn();
  await expect(seen).toHaveValue("Saved before leaving, left at once");
  await type(", and gone on with.");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await page.reload();
  await expect(seen).toHaveValue("Saved before leaving, left at once, and gone on with.");
});

test("two drafts of a scorecard are read side by side where they differ, and one is kept", async ({
  browser,
}) => {
  const { page } = await owing(browser);
  await writeScorecardTwice(page);
  const notice = page.getByRole("region", { name: /was written in another window, too/ });
  await expect(notice.getByRole("term")).toHaveText(["In short"]);
  await expect(notice.getByRole("definition")).toHaveText([
    /^HereWritten here\.$/,
    /^There, saved .*Written there\.$/,
  ]);
  await notice.getByRole("button", { name: "Take the other one" }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByLabel("In short")).toHaveValue("Written there.");
});

test("a note too long to be saved says so where it stands, is kept, and is saved once shorter", async ({
  browser,
}) => {
  const { page } = await owing(browser);
  const note = page.getByLabel("Note on question 1");
  const seen = page.getByLabel("What you saw or heard").first();
  const pasted = "A whole session. ".repeat(600);
  await note.fill(pasted);
  await expect(note).toHaveAccessibleDescription("At most 10000 characters.");
  const wrong = "Note on question 1: At most 10000 characters.";
  await expect(page.getByText(`Not saved: ${wrong}`).first()).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Submit the scorecard" }),
  ).toHaveAccessibleDescription(`${wrong} Until it is changed, it is kept in this browser alone.`);
  await seen.fill("Written after it");
  await page.reload();
  await expect(note).toHaveValue(pasted);
  await expect(seen).toHaveValue("Written after it");

  await note.fill("A shorter one.");
  await expect(note).not.toHaveAttribute("aria-invalid");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue("A shorter one.");
  await expect(seen).toHaveValue("Written after it");
});
