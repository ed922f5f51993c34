import { expect, test } from "vitest";
import { loadingShapeOf } from "./loading-shape.ts";

test.each([
  ["/o/harbour", { shape: "list" }],
  ["/o/harbour/jobs", { shape: "table" }],
  ["/o/harbour/jobs/new", { shape: "form" }],
  ["/o/harbour/jobs/1", { shape: "board", tabs: true }],
  ["/o/harbour/jobs/1/applications", { shape: "table" }],
  ["/o/harbour/jobs/1/plan", { shape: "cards", tabs: true }],
  ["/o/harbour/jobs/1/team", { shape: "split", tabs: true }],
  ["/o/harbour/applications/1", { shape: "columns" }],
  ["/o/harbour/applications/1/debrief", { shape: "split", tabs: true }],
  ["/o/harbour/interviews/1", { shape: "split" }],
  ["/o/harbour/frameworks", { shape: "table", tabs: true }],
  ["/o/harbour/frameworks/1/compare", { shape: "cards" }],
  ["/o/harbour/settings/members", { shape: "table" }],
  ["/o/harbour/api", { shape: "table" }],
  ["/o/harbour/api/job.list", { shape: "split" }],
  ["/o/harbour/audit", { shape: "table" }],
])("%s is loaded in the shape it will have", (path, shape) => {
  expect(loadingShapeOf(path)).toEqual(shape);
});
