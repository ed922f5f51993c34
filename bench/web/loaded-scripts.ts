import { gzipSync } from "node:zlib";
import type { Page } from "../../e2e/browser.ts";

/** A script that a page loaded: its address' path, its text, and its size gzipped. */
export type Script = { path: string; text: string; gzipped: number };

/** Keeps each script that the page loads from now on. */
export function watchScripts(page: Page): () => Promise<Script[]> {
  const coming: Promise<Script>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const { pathname } = new URL(response.url());
    const script = response
      .text()
      .then((text) => ({ path: pathname, text, gzipped: sizeOf(text) }));
    // What is cut off when the page is closed concerns only who asks for it after.
    script.catch(() => undefined);
    coming.push(script);
  });
  return async () => {
    const found = await Promise.all(coming);
    return [...new Map(found.map((script) => [script.path, script])).values()];
  };
}

/** Bytes of a text as a server sends it. */
export function sizeOf(text: string): number {
  return gzipSync(text).length;
}

export function totalOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { gzipped }) => sum + gzipped, 0);
}
