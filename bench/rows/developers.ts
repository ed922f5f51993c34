import { type Wait, isHeld, measureWaits } from "../developers/measure.ts";
import type { Row } from "../rig/rig.ts";

/** What a developer waits for. The whole tests and the start are measured by `npm run bench:developers`. */
export const developers: Row = {
  name: "developers",
  title: "What a developer waits for",
  apart: true,
  measure: async ({ say }) => {
    const waits = await measureWaits({ tests: false, start: false }, say);
    const claims = waits.flatMap((wait) => (wait.most === null ? [] : [claimOf(wait, wait.most)]));
    return { claims, detail: waits };
  },
};

function claimOf(wait: Wait, most: number) {
  const { name, seconds } = wait;
  return { name, figure: `${seconds.toFixed(1)} s`, target: `≤ ${most} s`, held: isHeld(wait) };
}
