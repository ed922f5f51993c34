import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupCounts, NOT_SAID, publishJobs, publishTable } from "./publish.ts";

const row = (group: string, review: number, interview: number, offer: number): GroupCounts => ({
  group,
  review,
  interview,
  offer,
});

describe("what a table shows", () => {
  it.each<[string, GroupCounts[], string]>([
    ["all of it", [row("a", 9, 9, 9), row("b", 9, 9, 9)], "all: a b"],
    [
      "a small row not, nor who gave no answer, so that the two cannot be told apart",
      [row("a", 9, 9, 9), row("b", 9, 9, 9), row("c", 4, 0, 1), row(NOT_SAID, 30, 20, 10)],
      "all: a b",
    ],
    [
      "a group that nobody is of not, either",
      [row("a", 9, 9, 9), row("b", 9, 9, 9), row("c", 0, 0, 0), row(NOT_SAID, 9, 9, 9)],
      "all: a b",
    ],
    [
      "two small rows that are too few together not, with the smaller of the others",
      [row("a", 20, 20, 20), row("b", 19, 20, 20), row("c", 21, 20, 20), row("d", 1, 1, 1)],
      "all: a c",
    ],
    [
      "fewer steps where offers were few: the whole way needs five of each",
      [row("a", 9, 9, 4), row("b", 9, 9, 4)],
      "interview: a b",
    ],
    [
      "the whole way where few ended in interviews",
      [row("a", 9, 1, 9), row("b", 9, 2, 9)],
      "offer: a b",
    ],
    ["nothing where one group alone is left", [row("a", 9, 9, 9), row("b", 1, 1, 9)], "nothing"],
    ["nothing of nobody", [], "nothing"],
    [
      "nothing of one group and those without an answer",
      [row("a", 9, 9, 9), row(NOT_SAID, 9, 9, 9)],
      "nothing",
    ],
  ])("%s", (_, table, shown) => {
    const found = publishTable(table, 5);
    const said =
      found === null
        ? "nothing"
        : `${found.depth}: ${found.rows.map((one) => one.group).join(" ")}`;
    expect(said).toBe(shown);
  });
});

/** Every way to split `total` into `parts`. */
function* splits(total: number, parts: number): Generator<number[]> {
  if (parts === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of splits(total - first, parts - 1)) yield [first, ...rest];
  }
}

type Job = { jobId: string; rows: GroupCounts[] };
const at = (list: readonly number[], index: number) => list[index] ?? 0;

/** Every world in which each job's columns have the sums that anyone can count in the pipeline. */
function worlds(jobs: readonly Job[]): Job[][] {
  const ofJob = jobs.map(({ jobId, rows }) => {
    const groups = rows.map((one) => one.group);
    const sums = (["review", "interview", "offer"] as const).map((column) =>
      rows.reduce((total, one) => total + one[column], 0),
    );
    const [review, interview, offer] = sums.map((total) => [...splits(total, groups.length)]);
    return (review ?? []).flatMap((r) =>
      (interview ?? []).flatMap((i) =>
        (offer ?? []).map((o) => ({
          jobId,
          rows: groups.map((group, g) => row(group, at(r, g), at(i, g), at(o, g))),
        })),
      ),
    );
  });
  return ofJob.reduce<Job[][]>(
    (sofar, choices) => sofar.flatMap((world) => choices.map((one) => [...world, one])),
    [[]],
  );
}

type Publish = (world: readonly Job[]) => unknown;

/** The cells that are one and the same number in each world that looks like this one. */
function computable(
  jobs: readonly Job[],
  publish: Publish,
  hidden: (job: Job, group: string) => boolean,
): string[] {
  const look = JSON.stringify(publish(jobs));
  const alike = worlds(jobs).filter((world) => JSON.stringify(publish(world)) === look);
  return jobs.flatMap((job, j) =>
    job.rows.flatMap(({ group }, g) => {
      if (!hidden(job, group)) return [];
      return (["review", "interview", "offer"] as const).flatMap((column) => {
        const values = new Set(alike.map((world) => world[j]?.rows[g]?.[column]));
        // A column in which nobody is says so to everyone who can count.
        const people = job.rows.reduce((total, one) => total + one[column], 0);
        return values.size === 1 && people > 0 ? [`${job.jobId} ${group} ${column}`] : [];
      });
    }),
  );
}

describe("law 1: no hidden cell can be computed from what is shown", () => {
  const upTo = (most: number) => (group: string) => {
    const cell = fc.integer({ min: 0, max: most });
    return fc.tuple(cell, cell, cell).map(([r, i, o]) => row(group, r, i, o));
  };
  const ofOne = (rows: readonly GroupCounts[], least: number) => {
    const shown = publishTable(rows, least)?.rows.map((one) => one.group) ?? [];
    return computable(
      [{ jobId: "j", rows: [...rows] }],
      ([one]) => publishTable(one?.rows ?? [], least),
      (_, group) => !shown.includes(group),
    );
  };

  it("knowing the sums of the pipeline and this very procedure, in one job", () => {
    const one = upTo(3);
    fc.assert(
      fc.property(fc.tuple(one("a"), one("b"), one("c")), (rows) => {
        expect(ofOne(rows, 2)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("with those who gave no answer among the rows", () => {
    const one = upTo(3);
    fc.assert(
      fc.property(fc.tuple(one("a"), one("b"), one(NOT_SAID)), (rows) => {
        expect(ofOne(rows, 2)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("across jobs that are shown together", () => {
    const cell = fc.integer({ min: 0, max: 3 });
    const pair = (group: string) => fc.tuple(cell, cell).map(([r, o]) => row(group, r, 0, o));
    const job = fc.tuple(pair("a"), pair("b"));
    fc.assert(
      fc.property(job, job, (one, two) => {
        const jobs = [
          { jobId: "j", rows: one },
          { jobId: "k", rows: two },
        ];
        const publish = (world: readonly Job[]) => publishJobs(world, 2);
        expect(computable(jobs, publish, () => true)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("shows a job by itself where many applied, and a small one with the other small ones only", () => {
    const big = { jobId: "big", rows: [row("a", 10, 9, 8), row("b", 10, 11, 12)] };
    const small = (jobId: string) => ({ jobId, rows: [row("a", 3, 3, 3), row("b", 2, 3, 4)] });
    const shown = (jobs: Job[]) => publishJobs(jobs, 5).map(({ jobId, rows }) => [jobId, rows]);
    const own = [
      [
        "big",
        [
          { group: "a", counts: [10, 9, 8] },
          { group: "b", counts: [10, 11, 12] },
        ],
      ],
    ];
    expect(shown([big])).toEqual(own);
    expect(shown([big, small("one")])).toEqual(own);
    expect(shown([big, small("one"), small("two"), small("three")])).toEqual([
      ...own,
      [
        null,
        [
          { group: "a", counts: [9, 9, 9] },
          { group: "b", counts: [6, 9, 12] },
        ],
      ],
    ]);
  });
});
