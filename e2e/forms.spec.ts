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

test("a post is not saved with half a range, and says which range is reversed", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const { jobId } = await makeJob(org);
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/${jobId}/posts`);
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  const save = page.getByRole("button", { name: "Save the draft" });
  await field("Pay to, a year").clear();
  await expect(save).toHaveAccessibleDescription(/both ends of the pay/);
  await field("Pay to, a year").fill("80000");

  await page.getByRole("button", { name: "Add a range of a place" }).click();
  await expect(save).toHaveAccessibleDescription(/range 1, or remove it/);
  await page.getByRole("combobox", { name: "Place of range 1" }).fill("Ontario");
  await page.getByRole("option", { name: /Ontario/ }).click();
  await field("Pay from of range 1, a year").fill("90000");
  await field("Pay to of range 1, a year").fill("70000");
  await save.click();
  const to = field("Pay to of range 1, a year");
  await expect(to).toHaveAccessibleDescription(/upper end lies below/);
  await expect(to).toBeFocused();
  await expect(page.getByText("Please correct what is marked.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "upper end" })).toHaveCount(0);
  await to.fill("100000");
  await expect(to).not.toHaveAttribute("aria-invalid");
  await save.click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await page.reload();
  await expect(field("Pay from of range 1, a year")).toHaveValue("90 000");
  await expect(to).toHaveValue("100 000");
});

test("a refusal about something that no field of the form shows is said in full", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.admin);
  await page.route("**/api/trpc/organization.invite*", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('"email"', '"elsewhere"');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`/o/${org.slug}/settings/members`);
  await page.getByRole("button", { name: "Invite" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("nobody");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Nadia Nobody");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: /e-mail/i })).toBeVisible();
  await expect(dialog.getByText("Please correct what is marked.")).toHaveCount(0);
});
