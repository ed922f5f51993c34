import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { z } from "zod";

const Vitals = z.object({
  /** When the largest part of the page stood there, in ms since it was asked for. */
  lcp: z.number(),
  /** How far what one sees has jumped, of 1 for the whole window. */
  cls: z.number(),
  /** How long the slowest key or press took until the next picture, in ms. */
  inp: z.number(),
});
export type Vitals = z.infer<typeof Vitals>;

const require = createRequire(import.meta.url);
/** The library as one script, which a page can run before its own. */
const library = readFileSync(require.resolve("web-vitals"), "utf8");

/** Has each page that is opened from now on keep how it felt; `readVitals` asks for it. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(`${library};
    window.rubricVitals = { lcp: 0, cls: 0, inp: 0 };
    const keep = ({ name, value }) => { window.rubricVitals[name.toLowerCase()] = value; };
    const options = { reportAllChanges: true, durationThreshold: 16 };
    globalThis.webVitals.onLCP(keep, options);
    globalThis.webVitals.onCLS(keep, options);
    globalThis.webVitals.onINP(keep, options);
  `);
}

/** How the page has felt until now. */
export async function readVitals(page: Page): Promise<Vitals> {
  // An interaction is told of after the picture that follows it.
  await page.evaluate(
    "new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen, 100))))",
  );
  return Vitals.parse(await page.evaluate("window.rubricVitals"));
}

/** Waits until React listens to the first such part of the page, which it says by a key of its own. */
export async function isAlive(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (of) =>
      Object.keys(document.querySelector(of) ?? {}).some((key) => key.startsWith("__reactProps$")),
    selector,
  );
}

/** Gives the page a processor that many times slower than this machine's. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: times });
}
