import { expect, it } from "vitest";
import { type Due, mergeDue } from "./due.ts";

const due = (on: string, over: Partial<Due> = {}): Due => ({
  on,
  jobId: "1",
  job: "Backend Engineer",
  why: "policy",
  applications: 1,
  conflict: false,
  ...over,
});

it("counts together what several pages found for one day, job and reason, the soonest first", () => {
  const merged = mergeDue([
    { due: [due("2026-05-02"), due("2026-05-04", { applications: 2 })] },
    { due: [due("2026-05-01"), due("2026-05-02", { why: "maximum" })] },
    { due: [due("2026-05-04", { conflict: true }), due("2026-05-04", { jobId: "2" })] },
  ]);
  expect(merged).toEqual([
    due("2026-05-01"),
    due("2026-05-02"),
    due("2026-05-02", { why: "maximum" }),
    due("2026-05-04", { applications: 3, conflict: true }),
    due("2026-05-04", { jobId: "2" }),
  ]);
});
