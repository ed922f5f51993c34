import type { Browser, Page } from "../../e2e/browser.ts";
import { pageAs } from "../../e2e/people.ts";
import type { Listed } from "../../e2e/states/filled.ts";
import { isAlive, readVitals, slowDown, watchVitals } from "../../e2e/vitals.ts";
import { totalOf, watchScripts } from "./loaded-scripts.ts";
import { type Shares, splitByOwner } from "./own-share.ts";
import { CHUNKS } from "./system.ts";

export type BoardFigures = {
  /** Gzipped bytes of the scripts until the page is at rest. */
  total: number;
  shares: Shares;
  /** How many of the cards stand in the document. */
  drawn: number;
  cls: number;
  /** The slowest key or press of a move, in ms: by keyboard and by the button, at full and slowed pace. */
  moves: { by: "keyboard" | "button"; slower: number; inp: number }[];
};

/** A board with 500 cards, and moves on it. */
export async function measureBoard(
  browser: Browser,
  org: Pick<Listed, "slug" | "jobId" | "cast">,
): Promise<BoardFigures> {
  const path = `/o/${org.slug}/jobs/${org.jobId}`;
  const open = async (slower: number) => {
    const page = await pageAs(browser, org.cast.manager, {
      viewport: { width: 1440, height: 900 },
    });
    const scripts = watchScripts(page);
    await watchVitals(page);
    if (slower > 1) await slowDown(page, slower);
    await page.goto(path, { waitUntil: "networkidle" });
    await isAlive(page, "[data-card] a");
    return { page, scripts };
  };
  const { page, scripts } = await open(1);
  const loaded = await scripts();
  const { cls } = await readVitals(page);
  const drawn = await page.locator("[data-card]").count();
  await page.context().close();
  const moves: BoardFigures["moves"] = [];
  for (const slower of [1, 4]) {
    for (const by of ["keyboard", "button"] as const) {
      const opened = await open(slower);
      await move(opened.page, by);
      moves.push({ by, slower, inp: (await readVitals(opened.page)).inp });
      await opened.page.context().close();
    }
  }
  const shares = splitByOwner(loaded, CHUNKS);
  return { total: totalOf(loaded), shares, drawn, cls, moves };
}

/** Skips a stage with somebody, as the keyboard or the pointer does it, until the board says so. */
async function move(page: Page, by: "keyboard" | "button"): Promise<void> {
  const card = page.locator("[data-column] [data-card]").first();
  const name = (await card.getByRole("link").textContent()) ?? "";
  if (by === "keyboard") {
    await card.getByRole("link").focus();
    await page.keyboard.press("m");
  } else {
    await card.hover();
    await card.getByRole("button", { name: `Move ${name}` }).click();
  }
  const dialog = page.getByRole("dialog", { name: `Move ${name}` });
  const target = dialog.getByRole("button", { name: /a deviation/ }).first();
  if (by === "keyboard") await target.press("Enter");
  else await target.click();
  const form = page.getByRole("dialog", { name: new RegExp(`^${name}: `) });
  await form.getByLabel("Why").click();
  await page.keyboard.type("They know the ground.");
  const send = form.getByRole("button", { name: "Move" });
  if (by === "keyboard") await send.press("Enter");
  else await send.click();
  await form.waitFor({ state: "hidden" });
  await page.waitForLoadState("networkidle");
}
