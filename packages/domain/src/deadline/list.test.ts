import { deadline } from "@rubric/db/schema";
import { beforeEach, describe, expect, it } from "vitest";
import { deadlinesOf } from "../../test/deadlines.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
  makeRelation,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { recordDeadline } from "./record.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const DAY = 86_400_000;
const TODAY = new Date().toISOString().slice(0, 10);

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  harness.jobs.length = 0;
  await due().setPlaces(["US-WA", "DE-BE"]);
});

const due = () => deadlinesOf({ harness, org, made });

type Recorded = Parameters<typeof recordDeadline>[1];
const record = (over: Partial<Recorded> = {}, by: Member = cast.recruiter) =>
  due().call(by, "deadline.record", recordDeadline, {
    jobId: made.jobId,
    applicationId: null,
    kind: "cure_notice",
    title: "",
    since: TODAY,
    due: null,
    ...over,
  });
const own = (over: Partial<Recorded> = {}) =>
  record({ kind: "own", title: "Thank the panel", due: TODAY, ...over });
const about = async () => {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
    name: "Quinn Planted",
  });
  return { applicationId, candidateId };
};

describe("deadline.list", () => {
  it("law 1: shows whom a candidate is sealed to nothing that tells of a judgement", async () => {
    const { applicationId } = await about();
    await record({ kind: "works_council", applicationId });
    expect((await due().list(cast.manager)).lines).toHaveLength(1);
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    expect((await due().list(cast.manager)).lines).toEqual([]);
    expect((await due().list(cast.recruiter)).lines).toHaveLength(1);
  });

  it("law 7: shows a member nothing of a job to which they apply", async () => {
    await own();
    const { candidateId } = await about();
    await makeRelation(harness, org, candidateId, cast.manager, "self");
    expect((await due().list(cast.manager)).lines).toEqual([]);
  });

  it("shows an admin all without names, a coordinator those of their jobs, others their own", async () => {
    const { applicationId } = await about();
    await record({ kind: "access_request", applicationId });
    const [line] = (await due().list(cast.admin)).lines;
    expect(line).toMatchObject({ candidate: null, applicationId: null });
    expect(line?.what).not.toContain("Quinn");
    const [seen] = (await due().list(cast.coordinator)).lines;
    expect(seen).toMatchObject({ candidate: "Quinn Planted", mine: false });
    expect((await due().list(cast.engineer)).lines).toEqual([]);
    const other = await makeOrg(harness);
    const elsewhere = deadlinesOf({ harness, org: other.org, made });
    expect((await elsewhere.list(other.cast.admin)).lines).toEqual([]);
  });

  it("pages by the keyset, filters, and counts", async () => {
    for (let n = 0; n < 3; n += 1) await own({ title: `One ${n}` });
    const rows = await due().all();
    const [first] = rows;
    if (first === undefined) throw new Error("There is one.");
    await harness.within(org.id, (tx) =>
      tx.insert(deadline).values(
        Array.from({ length: 110 }, (_, n) => ({
          ...first,
          id: crypto.randomUUID(),
          origin: `more ${n}`,
          dueAt: new Date(first.dueAt.getTime() + (n % 7) * DAY),
        })),
      ),
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof due>["list"]>> = await due().list(
        cast.recruiter,
        { cursor },
      );
      seen.push(...page.lines.map((line) => `${line.dueAt} ${line.id}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(113);
    expect(seen).toEqual(seen.toSorted());
    const { counts } = await due().list(cast.recruiter);
    expect(counts.late + counts.today + counts.week + counts.later).toBe(113);
    expect((await due().list(cast.recruiter, { kind: "next_word" })).lines).toEqual([]);
    expect((await due().list(cast.recruiter, { when: "later" })).lines).toHaveLength(counts.later);
    expect(await refusal(due().list(cast.recruiter, { cursor: "x" }))).toBe("BAD_INPUT");
  });
});
