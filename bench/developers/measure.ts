import { secondsOf, secondsUntil } from "./commands.ts";

/** How long a developer waits for one thing, and how long they should at most; null where nothing is said. */
export type Wait = { name: string; seconds: number; most: number | null };

/** The whole tests take minutes, and the start needs the port: each is measured where it is asked for. */
export type Asked = { tests: boolean; start: boolean };

/**
 * Times what developers wait for, one after the other. Needs the installed dependencies; for the cold
 * types it deletes what `tsc -b` has built, which the next one builds again.
 * @throws Error where one of the commands fails.
 */
export async function measureWaits(asked: Asked, say: (line: string) => void): Promise<Wait[]> {
  const waits: Wait[] = [];
  const add = async (name: string, most: number | null, seconds: Promise<number>) => {
    const wait = { name, seconds: await seconds, most };
    say(lineOf(wait));
    waits.push(wait);
  };
  // Both read what Next makes of the pages' addresses, which a fresh checkout has not.
  await secondsOf(["next", "typegen", "apps/web"]);
  await secondsOf(["tsc", "-b", "--clean"]);
  await add("tsc -b, cold", 8, secondsOf(["tsc", "-b"]));
  await add("tsc -b, warm", null, secondsOf(["tsc", "-b"]));
  await add("npm run check", 30, secondsOf(["node", "scripts/check.mjs"]));
  if (asked.start)
    await add(
      "npm start, until a page answers",
      null,
      secondsUntil(["node", "scripts/start.mjs"], "The site answers on"),
    );
  if (asked.tests) await add("npm test", 600, secondsOf(["node", "scripts/test.mjs"]));
  return waits;
}

/** Whether a wait is as short as it should be. */
export function isHeld({ seconds, most }: Wait): boolean {
  return most === null || seconds <= most;
}

/** One wait as a line: name, figure, target, whether it held. */
function lineOf(wait: Wait): string {
  const target =
    wait.most === null ? "" : `≤ ${wait.most} s  ${isHeld(wait) ? "held" : "not held"}`;
  return `${wait.name.padEnd(34)} ${wait.seconds.toFixed(1).padStart(7)} s  ${target}`.trimEnd();
}
