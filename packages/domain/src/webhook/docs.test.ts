import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENTS } from "./events.ts";
import { headersOf } from "./headers.ts";
import { newSecret, signatures } from "./secret.ts";

const text = readFileSync(new URL("../../../../docs/webhooks.md", import.meta.url), "utf8");
const now = new Date("2030-01-07T09:30:00.000Z");

const Verifier = z.object({
  isFromRubric: z.custom<(secret: string, headers: object, body: string, now: number) => boolean>(
    (value) => typeof value === "function",
  ),
});

describe("docs/webhooks.md", () => {
  it("lists each event with its version, its data and what it tells", () => {
    const rows = [
      ...text.matchAll(/^\| `([a-z_]+\.[a-z_]+)` +\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm),
    ];
    expect(rows.map(([, name, version, data, says]) => ({ name, version, data, says }))).toEqual(
      Object.entries(EVENTS).map(([name, { version, data, says }]) => ({
        name,
        version: String(version),
        data: Object.keys(data.shape)
          .map((key) => `\`${key}\``)
          .join(", "),
        says,
      })),
    );
  });

  it("verifies what is sent by the snippet that it shows, and nothing else", async () => {
    const snippet = /```js\n([\s\S]+?)```/.exec(text)?.[1] ?? "";
    const { isFromRubric } = Verifier.parse(
      await import(`data:text/javascript,${encodeURIComponent(snippet)}`),
    );
    const [secret, other] = [newSecret(), newSecret()];
    const body = '{"a":"é"}';
    const timestamp = now.getTime() / 1000;
    const sent = (secrets: string[]) =>
      headersOf("one", now, signatures(secrets, { id: "one", timestamp, body }));
    const at = now.getTime();
    expect(isFromRubric(secret, sent([secret]), body, at)).toBe(true);
    expect(isFromRubric(secret, sent([other, secret]), body, at)).toBe(true);
    expect(isFromRubric(secret, sent([other]), body, at)).toBe(false);
    expect(isFromRubric(secret, sent([secret]), `${body} `, at)).toBe(false);
    expect(isFromRubric(secret, { ...sent([secret]), "webhook-id": "two" }, body, at)).toBe(false);
    expect(isFromRubric(secret, sent([secret]), body, at + 301_000)).toBe(false);
    expect(isFromRubric(secret, {}, body, at)).toBe(false);
  });
});
