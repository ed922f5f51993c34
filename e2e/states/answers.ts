import type { Page } from "@playwright/test";
import { runningSystem } from "../env.ts";
import { FAILURE, ORDERS, type Order } from "../server/between.ts";

/** What becomes of the calls that the web server makes for a page. */
export type Answers = Order["how"];

/** Orders it for one session; until the next order it stays so. */
export async function order(session: string, how: Answers): Promise<void> {
  const given: Order = { session, how };
  const body = JSON.stringify(given);
  const reply = await fetch(`${runningSystem().betweenUrl}${ORDERS}`, { method: "POST", body });
  if (!reply.ok) throw new Error("The order was not taken.");
}

/** Does something on a page while each call of its own fails as the API fails. */
export async function failing(page: Page, act: () => Promise<void>): Promise<void> {
  await page.route("**/api/trpc/**", (route) => route.fulfill({ status: 500, json: FAILURE }));
  await act();
  await page.getByRole("alert").getByText("Something went wrong on our side").waitFor();
  await page.unroute("**/api/trpc/**");
}
