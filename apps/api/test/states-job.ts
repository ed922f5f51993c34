import type { Row } from "./states.ts";

/** Jobs, their teams, posts and openings. */
export const JOB_ROWS: readonly Row[] = [
  {
    row: "edit, open, close job",
    cells: "no yes no yes no no no no no",
    calls: [
      "job.update",
      "job.tickTasks",
      "job.savePlan",
      "job.adoptPlan",
      "job.movePinned",
      "job.withdrawCriterion",
      "job.addOpening",
      "job.open",
      "job.hold",
      "job.resume",
      "job.close",
      "job.savePost",
    ],
  },
  {
    row: "set a job's team",
    cells: "yes yes no yes no no no no no",
    calls: ["job.setTeam", "job.show", "job.list"],
  },
  {
    row: "publish post",
    cells: "no yes no no no no no no no",
    calls: ["job.publishPost", "job.unpublishPost"],
  },
  {
    row: "opening: open → closed: M, A",
    cells: "yes no no yes no no no no no",
    calls: ["job.closeOpening"],
  },
];
