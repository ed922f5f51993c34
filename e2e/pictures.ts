import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { connect, type Connection } from "@rubric/db";
import { sessions } from "@rubric/domain/identity";
import { type Browser, chromium, type Page } from "@playwright/test";
import { FLAGS } from "./browser-flags.ts";
import { browserPath } from "./env.ts";
import { demoPlaces, type Place } from "./places.ts";
import { routesOfApp } from "./routes.ts";

type Order = {
  publicUrl: string;
  databaseUrl: string;
  target: string;
  /** Parts of routes; none for all. */
  only: readonly string[];
  say: (line: string) => void;
};

const LOOKS = [
  { width: 1440, height: 900, scheme: "light" },
  { width: 1440, height: 900, scheme: "dark" },
  { width: 390, height: 844, scheme: "light" },
  { width: 390, height: 844, scheme: "dark" },
] as const;

/** Takes a picture of every page of the demo in each look; returns how many. */
export async function takePictures(order: Order): Promise<number> {
  const connection = connect(order.databaseUrl, { max: 2 });
  const browser = await chromium.launch({
    ...(browserPath === null ? {} : { executablePath: browserPath }),
    args: [...FLAGS],
  });
  try {
    const known = await demoPlaces(connection.db);
    const routes = routesOfApp();
    for (const route of routes.filter((one) => known.every((place) => place.route !== one)))
      order.say(`There is no picture of ${route}: name it in e2e/places.ts.`);
    const wanted = known.filter(
      ({ route }) =>
        routes.includes(route) &&
        (order.only.length === 0 || order.only.some((part) => route.includes(part))),
    );
    let taken = 0;
    for (const [accountId, places] of Map.groupBy(wanted, (place) => place.accountId)) {
      const page = await pageFor(browser, connection, order.publicUrl, accountId);
      for (const place of places) taken += await takeEach(page, place, order.target);
      await page.context().close();
    }
    return taken;
  } finally {
    await browser.close();
    await connection.close();
  }
}

async function pageFor(
  browser: Browser,
  connection: Connection,
  publicUrl: string,
  accountId: string | null,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: publicUrl,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  });
  if (accountId !== null) {
    const from = { userAgent: "pictures", ip: "127.0.0.1" };
    const value = await sessions(connection.db).open(accountId, from, new Date());
    await context.addCookies([{ name: "rubric_session", value, url: publicUrl }]);
  }
  return context.newPage();
}

/** One place in each look; returns how many pictures that were. */
async function takeEach(page: Page, place: Place, target: string): Promise<number> {
  for (const [index, { width, height, scheme }] of LOOKS.entries()) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    if (index % 2 === 0) await page.goto(place.path, { waitUntil: "networkidle" });
    const folder = join(target, `${width}-${scheme}`);
    mkdirSync(folder, { recursive: true });
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
    const path = join(folder, `${fileName(place)}.png`);
    // A colour on its way from light to dark is neither.
    await page.screenshot({ path, fullPage: true, animations: "disabled" });
  }
  return LOOKS.length;
}

function fileName({ route, state }: Place): string {
  const name = `${route === "" ? "start" : route} ${state}`;
  return name.replaceAll(/[^A-Za-z]+/g, "-").replaceAll(/^-|-$/g, "");
}
