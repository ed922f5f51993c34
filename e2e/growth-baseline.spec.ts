import { expect, type Page } from "@playwright/test";
import {
  inviteHired,
  makeAnnounced,
  makeHired,
  openBaseline,
  shareBaseline,
  toOwnBaseline,
} from "./growth-baseline.ts";
import { pageAs } from "./people.ts";
import { makeJob } from "./setup-org.ts";
import { overflowOf, violationsOf } from "./states/judge.ts";
import { joinByMail } from "./steps.ts";
import { test } from "./test.ts";

const PHONE = { width: 390, height: 844 };

async function isWhole(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toEqual([]);
}

test("who is hired sees their baseline before their manager, and may object", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const org = await makeAnnounced();
  const { slug, cast } = org;
  await makeHired(org, await makeJob(org), "Hanna Hired");
  const email = `hanna@${slug}.test`;
  const admin = await pageAs(browser, cast.admin);
  await inviteHired(admin, slug, { name: "Hanna Hired", email, manager: cast.manager.name });

  const hanna = await joinByMail(browser, { name: "Hanna Hired", email, roles: ["Engineer"] });
  const path = await toOwnBaseline(hanna, slug);
  await expect(hanna.getByText("Not opened")).toBeVisible();
  await expect(hanna.getByText(/may become the first baseline/)).toBeVisible();
  const manager = await pageAs(browser, cast.manager);
  await manager.goto(path);
  const sealed = manager.getByRole("heading", { name: "There is no baseline that you may read." });
  await expect(sealed).toBeVisible();

  await openBaseline(hanna);
  await expect(hanna.getByText("An interviewer").first()).toBeVisible();
  await isWhole(hanna);
  await hanna.setViewportSize(PHONE);
  await isWhole(hanna);
  await manager.reload();
  await expect(sealed).toBeVisible();

  await shareBaseline(hanna, "The call had a bad line.");
  await manager.reload();
  await expect(manager.getByText("The call had a bad line.")).toBeVisible();
  await expect(manager.getByRole("heading", { name: "What the interviews showed" })).toBeVisible();
  await manager.setViewportSize(PHONE);
  await isWhole(manager);

  await hanna.getByRole("button", { name: "Object to its use" }).click();
  await hanna.getByLabel("Why").fill("I was ill that day.");
  await hanna.getByRole("button", { name: "Object", exact: true }).click();
  await expect(hanna.getByText("Objected", { exact: true })).toBeVisible();
  await manager.reload();
  await expect(sealed).toBeVisible();
  await expect(manager.getByText("The call had a bad line.")).toHaveCount(0);

  await admin.goto(`/o/${slug}/settings/rounds`);
  await expect(admin.getByRole("heading", { level: 1, name: "Review rounds" })).toBeVisible();
  await isWhole(admin);
  await admin.setViewportSize(PHONE);
  await isWhole(admin);
});
