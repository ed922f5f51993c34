import { callAhead } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("law 11: what is promised stands with its owner, and what began outside is written down and met", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callAhead(30)(one, panelOf(org));

  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/deadlines`);
  await expect(page.getByRole("link", { name: /^Write the promised word to / })).toBeVisible();
  await expect(page.getByText("Promise: This day was promised").first()).toBeVisible();

  await page.getByRole("button", { name: "Write one down" }).click();
  const dialog = page.getByRole("dialog", { name: "Write a deadline down" });
  await dialog.getByRole("combobox", { name: "What happened" }).click();
  await page.getByRole("option", { name: "Something of our own" }).click();
  await dialog.getByLabel("What is to be done").fill("Thank the panel");
  await dialog.getByLabel("It begins on").fill("1 March 2026");
  await dialog.getByLabel("Due by the end of").fill("2 March 2026");
  await dialog.getByLabel("What is to be done").click();
  await dialog.getByRole("button", { name: "Write it down" }).click();
  const late = page.getByRole("region", { name: "Late" });
  await expect(late.getByText("Thank the panel")).toBeVisible();

  await late.getByRole("button", { name: "Met: Thank the panel" }).click();
  const met = page.getByRole("dialog", { name: "Thank the panel" });
  await met.getByLabel("How it was met").fill("Cake for everybody.");
  await met.getByRole("button", { name: "It is met" }).click();
  await expect(late.getByText("Thank the panel")).toHaveCount(0);
  await page.getByRole("link", { name: "Met", exact: true }).click();
  const row = page.getByRole("row", { name: /Thank the panel/ });
  await expect(row.getByRole("cell", { name: /^Met late.*Cake for everybody/ })).toBeVisible();
});
