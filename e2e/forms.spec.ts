import { expect } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

test("an empty form says at each field what it lacks, goes to the first, and says it once", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/new`);
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await page.getByRole("button", { name: "Create the draft" }).click();
  await expect(field("Title")).toHaveAccessibleDescription("Please fill this in.");
  await expect(field("Team")).toHaveAccessibleDescription("Please fill this in.");
  await expect(page.getByText("Name at least one place.")).toBeVisible();
  await expect(field("Title")).toBeFocused();

  await page.keyboard.type("Platform Engineer");
  await expect(field("Title")).not.toHaveAttribute("aria-invalid");
  await expect(page.getByText("Please fill this in.")).toHaveCount(1);
  await page.getByRole("button", { name: "Create the draft" }).click();
  await expect(field("Team")).toBeFocused();
  await expect(page.getByText("Please fill this in.")).toHaveCount(1);
});

test("a form in a dialog goes to its own field, not to its namesake on the page below", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const { jobId } = await makeJob(org);
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/${jobId}/posts`);
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More about this job" }).click();
  await page.getByRole("menuitem", { name: "Edit what the job is" }).click();
  const dialog = page.getByRole("dialog");
  const title = dialog.getByRole("textbox", { name: "Title", exact: true });
  await title.clear();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(title).toHaveAccessibleDescription("Please fill this in.");
  await expect(title).toBeFocused();
});
