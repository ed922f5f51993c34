import type { Cluster } from "./cluster.ts";
import type { Cores } from "./cores.ts";
import type { Filled } from "./fill.ts";
import type { Claim } from "../figures.ts";

/** How a run measures. */
export type Bench = {
  cores: Cores | null;
  /** Where programs' logs and whatever else a run leaves lie. */
  folder: string;
  /** How many rounds follow the warm-up, and how long each is. */
  rounds: number;
  seconds: number;
  connections: number;
  /** How many requests a row asks that looks for what grows with them. */
  requests: number;
  say: (line: string) => void;
};

/** What most rows measure on: a Postgres of the run's own, and the organization in it. */
export type Rig = Bench & { cluster: Cluster; filled: Filled };

/** One bar of a drawing: a program, and what each of its rounds said. */
export type Bar = { name: string; rounds: readonly number[] };

/** What a row found. Answers that differ, and errors under load, are thrown, not reported. */
export type Found = {
  claims: Claim[];
  /** Everything that was measured, for `--json`. */
  detail: unknown;
  drawing?: { title: string; unit: string; bars: Bar[] };
};

/** One row of the table that `npm run bench` ends with; one that is `apart` brings what it measures on. */
export type Row = { name: string; title: string } & (
  | { apart?: false; measure: (rig: Rig) => Promise<Found> }
  | { apart: true; measure: (bench: Bench) => Promise<Found> }
);
