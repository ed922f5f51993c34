import { frameworkLevel } from "@rubric/db/schema";
import { place } from "@rubric/domain/ladder";
import { setManager } from "@rubric/domain/organization";
import { expect } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import {
  agreeThere,
  makePlanThere,
  markDoneThere,
  openPlan,
  replanThere,
  takeOutByKeyboard,
} from "./growth-plan.ts";
import { pageAs } from "./people.ts";
import { violationsOf } from "./states/judge.ts";
import { makeOrganization, type Organization } from "./setup-org.ts";
import { test } from "./test.ts";

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1440, height: 900 } };

/** An engineer on the ladder, whom the approver manages. */
async function makePair(org: Organization): Promise<string> {
  const { admin, approver, engineer } = org.cast;
  const { memberId } = engineer;
  await org.acting.act(admin, org.now, "organization.setManager", setManager, {
    memberId,
    managerId: approver.memberId,
  });
  const [level] = await org.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${org.org.id}, true)`);
    return tx
      .select({ id: frameworkLevel.id })
      .from(frameworkLevel)
      .where(and(eq(frameworkLevel.orgId, org.org.id), eq(frameworkLevel.key, "engineer")));
  });
  await org.acting.act(approver, org.now, "ladder.place", place, {
    memberId,
    levelId: level?.id ?? "",
    from: org.now.toISOString().slice(0, 10),
    reason: "As agreed when they began.",
  });
  return memberId;
}

test("two people agree on a plan at a desk and on a phone, work on it, and make it anew", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const memberId = await makePair(org);
  const desk = await pageAs(browser, org.cast.engineer, DESK);
  const phone = await pageAs(browser, org.cast.approver, PHONE);

  await openPlan(desk, org.slug, memberId);
  const titles = await makePlanThere(desk, { weeks: 8, work: ["Caching", "API contracts"] });
  const [first = ""] = titles;
  const last = titles.at(-1) ?? "";
  await takeOutByKeyboard(desk, last);
  await agreeThere(desk);
  await expect(desk.getByText("You agreed to it; it waits for Abel Approver.")).toBeVisible();

  await test.step("the manager finds it on a phone, and agrees", async () => {
    await phone.goto(`/o/${org.slug}`);
    await phone.getByRole("link", { name: "Agree on a plan" }).click();
    await expect(phone.getByText("Eike Engineer: agreed on")).toBeVisible();
    expect(await violationsOf(phone)).toEqual([]);
    await agreeThere(phone);
    await expect(phone.getByText(/^Week 1 of 8; 0 of \d+ items done\.$/)).toBeVisible();
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });

  await desk.reload();
  await markDoneThere(desk, first, "https://code.example/changes/7");
  expect(await violationsOf(desk)).toEqual([]);

  await test.step("weeks slip: a new draft shows what changes, and both agree again", async () => {
    await replanThere(desk, 3);
    const changes = desk.getByRole("region", { name: "What changes" });
    await expect(changes.getByRole("row", { name: new RegExp(`${first} Done`) })).toBeVisible();
    await agreeThere(desk);
    await phone.reload();
    await expect(phone.getByRole("region", { name: "What changes" })).toBeVisible();
    await agreeThere(phone);
    await expect(phone.getByText("Plans before (1)")).toBeVisible();
  });
});
