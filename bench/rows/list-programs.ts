import { z } from "zod";
import { type Program, startProgram } from "../rig/program.ts";
import type { Rig } from "../rig/rig.ts";
import type { Asked } from "../load.ts";
import { type Posted, postOf, startRubric } from "../rig/rubric.ts";

/** What a program is asked for: a page of a job's applications in one stage, or in all. */
export type ListInput = {
  jobId: string;
  stageId: string | null;
  state: string;
  cursor: string | null;
};

/** A page as every program has it, whatever it is wrapped in. */
const Page = z.object({
  applications: z.array(z.record(z.string(), z.unknown())),
  nextCursor: z.string().nullable(),
});
export type Page = z.infer<typeof Page>;
const Wrapped = z.object({ result: z.object({ data: Page }) });
const Batch = z.tuple([Wrapped]);

/** A program that answers with the list. */
export type ListProgram = {
  name: string;
  start: (rig: Rig) => Promise<Program>;
  ask: (input: ListInput) => Omit<Asked, "headers"> | Posted;
  read: (body: unknown) => Page;
};

const plainly = (input: ListInput) => {
  const given = Object.entries(input).filter((one): one is [string, string] => one[1] !== null);
  return { path: `/applications?${new URLSearchParams(given).toString()}` };
};
/** What one would use instead connects as the owner of everything: no wall stands in its way. */
const peer =
  (name: string, file: string, env: Record<string, string> = {}) =>
  (rig: Rig) =>
    startProgram({ ...rig, name, file, env: { DATABASE_URL: rig.cluster.superUrl, ...env } });

export const RUBRIC: ListProgram = {
  name: "rubric",
  start: (rig) => startRubric(rig),
  ask: (input) => postOf("application.list?batch=1", { 0: input }),
  read: (body) => Batch.parse(body)[0].result.data,
};

/** The same list by other means. */
export const PEERS = [
  {
    name: "bare",
    start: peer("bare", "bench/peers/bare.ts"),
    ask: plainly,
    read: (body) => Page.parse(body),
  },
  {
    name: "bare, uncached",
    start: peer("bare, uncached", "bench/peers/bare.ts", { CACHE_MS: "0" }),
    ask: plainly,
    read: (body) => Page.parse(body),
  },
  {
    name: "plain",
    start: peer("plain", "bench/peers/plain.ts"),
    ask: (input) => ({
      path: `/application.list?input=${encodeURIComponent(JSON.stringify(input))}`,
    }),
    read: (body) => Wrapped.parse(body).result.data,
  },
  {
    name: "fastify",
    start: peer("fastify", "bench/peers/fastify.ts"),
    ask: plainly,
    read: (body) => Page.parse(body),
  },
] as const satisfies readonly ListProgram[];
