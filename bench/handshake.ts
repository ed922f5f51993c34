import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { makeHandshake, readMark, writeMark } from "@rubric/contract/handshake";
import { Manifest } from "@rubric/contract/manifest";

const CALLS = 1_000_000;
const ROUNDS = 7;
const RELEASES = 12;

const file = new URL("../contract/current.json", import.meta.url);
const own = Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
const releases = Array.from({ length: RELEASES }, (_, n) => ({
  ...own,
  contractId: n.toString(16).padStart(16, "0"),
}));
const paths = Object.keys(own.procedures);
const began = performance.now();
const handshake = makeHandshake(own, releases, () => new Set(paths.slice(0, 20)));
const start = performance.now() - began;
const headers = [own, ...releases].map(writeMark);

/** Microseconds that one request spends on its contract: the header is read and the call looked up. */
function round(): number {
  const from = performance.now();
  let met = 0;
  for (let n = 0; n < CALLS; n += 1) {
    const mark = readMark(headers[n % headers.length]);
    const { verdict } = handshake.meet(mark, paths[n % paths.length] ?? "");
    if (verdict !== "unnamed") met += 1;
  }
  if (met !== CALLS) throw new Error("A call met nothing.");
  return ((performance.now() - from) * 1000) / CALLS;
}

round();
const rounds = Array.from({ length: ROUNDS }, round).toSorted((a, b) => a - b);
const [least, median, most] = [rounds[0], rounds[Math.floor(ROUNDS / 2)], rounds.at(-1)];
const words = [least, median, most].map((micros) => (micros ?? Number.NaN).toFixed(2)).join(" / ");
process.stdout.write(
  `handshake per request, µs (least / median / most of ${ROUNDS} × ${CALLS}): ${words}; target < 100\n` +
    `table of ${RELEASES} releases × ${paths.length} procedures: ${start.toFixed(1)} ms, once\n`,
);
