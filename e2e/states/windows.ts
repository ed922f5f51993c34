import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { runningSystem } from "../env.ts";
import { pageAs, pageOf } from "../people.ts";
import type { Organization } from "../setup-org.ts";
import type { Onlooker } from "./state.ts";
import { usual } from "./worlds.ts";

export const DESK = { width: 1440, height: 900 };

/** Somebody's window in which they go from page to page. */
export type Window = {
  page: Page;
  /** By what orders for its calls are given. */
  session: string;
  /**
   * Goes to a path: the first time by its address, then as a link on the page does. Where it is
   * there already it stays, unless it is to go `again`.
   */
  open: (path: string, how?: { until?: "load" | "commit"; again?: boolean }) => Promise<void>;
};

export type Windows = (by: Onlooker, at: Organization) => Promise<Window>;

/** One window for each person and organization, opened when it is first asked for. */
export function windowsOf(browser: Browser): Windows {
  const opened = new Map<string, Promise<Window>>();
  return async (by, at) => {
    const key = `${by} ${at.slug}`;
    const known = opened.get(key) ?? openWindow(browser, by, at);
    opened.set(key, known);
    return known;
  };
}

async function openWindow(browser: Browser, by: Onlooker, at: Organization): Promise<Window> {
  const { page, session } = await pageOfThe(browser, by, at);
  let entered = false;
  return {
    page,
    session,
    open: async (path, { until = "load", again = false } = {}) => {
      const there = entered && page.url() === new URL(path, page.url()).href;
      if (there && !again) return;
      // What failed on a public page stays until it is left or loaded anew.
      const anew = !entered || (there && by === "nobody");
      entered = true;
      if (anew) await page.goto(path, { waitUntil: until });
      else await page.evaluate(`window.next.router.push(${JSON.stringify(path)})`);
    },
  };
}

async function pageOfThe(browser: Browser, by: Onlooker, at: Organization) {
  const options = { viewport: DESK };
  if (by !== "nobody") {
    const who = by === "outsider" ? (await usual()).outsider : at.cast[by];
    const page = await pageAs(browser, who, options);
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === "rubric_session");
    return { page, session: session?.value ?? "" };
  }
  // A session that is not there: nobody is signed in, and orders can name it all the same.
  const session = randomBytes(12).toString("hex");
  const page = await pageOf(browser, options);
  await page
    .context()
    .addCookies([{ name: "rubric_session", value: session, url: runningSystem().publicUrl }]);
  return { page, session };
}
