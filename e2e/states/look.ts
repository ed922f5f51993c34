import { expect, type Page } from "@playwright/test";
import { order } from "./answers.ts";
import type { Busy } from "./filled.ts";
import { coloursOf, focusOf, overflowOf, sizesOf, violationsOf } from "./judge.ts";
import type { Dialog, Reach, Row, Shows, State } from "./state.ts";
import { DESK, type Window, type Windows } from "./windows.ts";
import { usual } from "./worlds.ts";

const PHONE = { width: 390, height: 844 };
/** What is left of the desk at 200 %. */
const ZOOMED = { width: DESK.width / 2, height: DESK.height / 2 };
const MOST_TABS = 80;

/** Within a page that was judged as a whole: what an address shows in place of its content. */
const CONTENT = "main";

type Say = (where: State | `dialog ${string}`, wrong: string[]) => void;

/** Looks at a page in each of its states and says what is wrong in it. */
export async function lookAt(windows: Windows, row: Row, say: Say): Promise<void> {
  const busy = await usual();
  const window = await windows(row.by, busy);
  await enter(window, row, busy, say);
  await lookAround(window.page, row, say);
  for (const one of row.dialogs ?? []) await openAndClose(window.page, one, say);
  for (const state of ["empty", "full", "stale", "error", "notAllowed"] as const) {
    // What failed or is not allowed stands in the same frame, which was judged before.
    const part = state === "error" || state === "notAllowed" ? CONTENT : undefined;
    await reach(windows, row, row.states[state], part, (wrong) => say(state, wrong));
  }
}

async function enter(window: Window, row: Row, busy: Busy, say: Say): Promise<void> {
  const { page, session } = window;
  const path = row.path(busy);
  if (row.states.loading.kind === "held") {
    await order(session, "hold");
    await window.open(path, { until: "commit" });
    await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
    await expect(page).not.toHaveTitle("");
    say("loading", await wrongWith(page));
    await order(session, "pass");
  } else {
    await window.open(path);
  }
  await arrive(page, path);
  await see(page, row.shows);
}

async function lookAround(page: Page, row: Row, say: Say): Promise<void> {
  const primary = row.primary(page);
  if (row.states.long.kind === "look") say("long", await wrongWith(page));
  await page.setViewportSize(PHONE);
  say("phone", await wrongWith(page));
  await page.setViewportSize(ZOOMED);
  say("zoom", [...(await sizesOf(page)), ...(await overflowOf(page))]);
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await primary.hover({ force: true });
  say("dark", await coloursOf(page));
  await page.emulateMedia({ colorScheme: "light" });
  await page.mouse.move(0, 0);
  await tabTo(page, row);
  // Nothing else of the page is another than before, so nothing else is judged again.
  say("focus", [...(await violationsOf(page, ":focus")), ...(await focusOf(page))]);
  await page.context().setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "Offline" })).toBeVisible();
  say("offline", await violationsOf(page, "[data-offline]"));
  await page.context().setOffline(false);
}

/** By the link that skips the navigation, where there is one, and then from control to control. */
async function tabTo(page: Page, row: Row): Promise<void> {
  const primary = row.primary(page);
  // While it works it takes no focus.
  await expect.poll(() => primary.evaluate((element) => element.matches(":disabled"))).toBe(false);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    const at = await primary.evaluate((element) => ({
      there: element === document.activeElement,
      skips: document.activeElement?.getAttribute("href") === "#main",
    }));
    if (at.there) return;
    if (at.skips) await page.keyboard.press("Enter");
  }
  throw new Error(`The keyboard does not lead to the first control of ${row.route}.`);
}

async function reach(
  windows: Windows,
  row: Row,
  to: Reach,
  part: string | undefined,
  say: (wrong: string[]) => void,
): Promise<void> {
  if (to.kind !== "visit" && to.kind !== "same") return;
  const busy = await usual();
  const { place, path } =
    to.kind === "visit" ? await to.open() : { place: busy, path: row.path(busy) };
  const window = await windows(to.by ?? row.by, place);
  await order(window.session, to.answers);
  await window.open(path, { again: to.answers !== "pass" });
  await arrive(window.page, path);
  if (to.kind === "visit") await to.act(window.page);
  await see(window.page, to.shows);
  say(await wrongWith(window.page, part));
  await order(window.session, "pass");
}

async function arrive(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL((url) => {
    const { pathname, search } = new URL(path, url);
    return url.pathname === pathname && (search === "" || url.search === search);
  });
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

async function see(page: Page, shows: Shows): Promise<void> {
  const what = shows instanceof RegExp ? page.getByRole("heading", { name: shows }) : shows(page);
  await expect(what.first()).toBeVisible();
  await expect(page).not.toHaveTitle("");
}

async function wrongWith(page: Page, part?: string): Promise<string[]> {
  return [...(await violationsOf(page, part)), ...(await overflowOf(page))];
}

/** By the keyboard alone: it takes the focus, keeps it, and Escape gives it back to where it was. */
async function openAndClose(page: Page, { name, opener }: Dialog, say: Say): Promise<void> {
  const where = `dialog ${String(name)}` as const;
  const from = opener(page);
  await from.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  const holdsFocus = () => dialog.evaluate((one) => one.contains(document.activeElement));
  await expect.poll(holdsFocus).toBe(true);
  say(where, await violationsOf(page, "[role=dialog]"));
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  say(where, await coloursOf(page, "[role=dialog]"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(PHONE);
  say(where, await overflowOf(page, "[role=dialog]"));
  await page.setViewportSize(DESK);
  await page.keyboard.press("Shift+Tab");
  expect(await holdsFocus(), `${where} keeps the focus`).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(from).toBeFocused();
}
