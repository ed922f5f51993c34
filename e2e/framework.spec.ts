import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

const OWN = new URL("../packages/domain/content/backend-engineer.yml", import.meta.url);

/** The own framework, in which staff engineers are of the same track as seniors. */
function withoutTechnicalStaff(): Buffer {
  const text = readFileSync(OWN, "utf8");
  return Buffer.from(text.replace("track: technical", "track: engineer"));
}

test("a framework stands by its tracks, and a level that changes tracks shows in the comparison", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.admin);
  await page.goto(`/o/${org.slug}/frameworks`);
  await page.getByRole("link", { name: "Backend Engineer" }).click();
  const matrix = page.getByRole("table", { name: "Backend Engineer: competencies by level" });
  const heads = matrix.getByRole("columnheader");
  await expect(heads).toHaveText([
    "Competency",
    "Engineering",
    "Technical direction",
    "Management",
    "Junior Backend Engineer",
    "Backend Engineer",
    "Senior Backend Engineer",
    "Staff Backend Engineer",
    "Principal Backend Engineer",
    "Development Manager",
    "VP of Engineering",
  ]);

  await test.step("with the keyboard, over to where a manager comes from and goes on to", async () => {
    await page.getByRole("button", { name: /^Domain modelling, Junior/ }).focus();
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("ArrowRight");
    const panel = page.getByRole("complementary", { name: "Anchor" });
    await expect(panel).toContainText("Management · Follows Senior Backend Engineer");
    await expect(panel.getByRole("paragraph")).toContainText([
      "Senior Backend Engineer",
      "Development Manager",
      "VP of Engineering",
    ]);
    await expect(panel).not.toContainText("Sets how the organization captures");
    const cell = page.getByRole("button", { name: /^Domain modelling, Development Manager/ });
    await expect(cell).toBeInViewport({ ratio: 1 });
  });

  await page.goto(`/o/${org.slug}/frameworks`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a framework" }).click();
  const file = { name: "ladder.yml", mimeType: "text/yaml", buffer: withoutTechnicalStaff() };
  await (await choosing).setFiles(file);
  await page.getByRole("link", { name: "Compare with version 1" }).click();
  const levels = page.getByRole("region", { name: "Levels" });
  await expect(levels.getByRole("deletion")).toContainText("Technical direction");
  await expect(levels.getByRole("insertion")).toContainText("Staff Backend Engineer · Engineering");
  await expect(page.getByText("No anchor changed")).toBeVisible();
});
