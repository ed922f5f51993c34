import { expect } from "@playwright/test";
import { routesOfApp } from "./routes.ts";
import { lookAt } from "./states/look.ts";
import { beforeSigningIn } from "./states/rows/before-signing-in.ts";
import { forCandidates } from "./states/rows/for-candidates.ts";
import { ofAJob } from "./states/rows/of-a-job.ts";
import { ofGrowth } from "./states/rows/of-growth.ts";
import { ofRequisitions } from "./states/rows/of-requisitions.ts";
import { ofGrowthBaseline } from "./states/rows/of-growth-baseline.ts";
import { ofAnApplication } from "./states/rows/of-an-application.ts";
import { ofGrowthPlans } from "./states/rows/of-growth-plans.ts";
import { ofHiringRules } from "./states/rows/of-hiring-rules.ts";
import { ofPayAndPrivacy } from "./states/rows/of-pay-and-privacy.ts";
import { ofProgress } from "./states/rows/of-progress.ts";
import { ofSettings } from "./states/rows/of-settings.ts";
import { ofTheLibrary } from "./states/rows/of-the-library.ts";
import { ofTheOrganization } from "./states/rows/of-the-organization.ts";
import { type Row, STATES } from "./states/state.ts";
import { windowsOf } from "./states/windows.ts";
import { test } from "./test.ts";

const GROUPS: Record<string, readonly Row[]> = {
  "before signing in": beforeSigningIn,
  "for candidates": forCandidates,
  "of a job": ofAJob,
  "of requisitions": ofRequisitions,
  "of growth": ofGrowth,
  "of an application": ofAnApplication,
  "of home and library": ofTheLibrary,
  "of progress": ofProgress,
  "of growth plans": ofGrowthPlans,
  "of settings": ofSettings,
  "of hiring rules": ofHiringRules,
  "of pay and privacy": ofPayAndPrivacy,
  "of the organization": ofTheOrganization,
  "of growth: baseline and rounds": ofGrowthBaseline,
};

test("each page of the app stands in the table, with each state", () => {
  const rows = Object.values(GROUPS).flat();
  expect(rows.map((row) => row.route).toSorted()).toEqual(routesOfApp());
  for (const { route, states } of rows)
    expect(Object.keys(states).toSorted(), route).toEqual(STATES.toSorted());
});

for (const [group, rows] of Object.entries(GROUPS)) {
  test(`axe finds nothing on the pages ${group}, in any state`, async ({ browser }) => {
    test.setTimeout(420_000);
    const windows = windowsOf(browser);
    for (const row of rows) {
      await test.step(row.route, () =>
        lookAt(windows, row, (where, wrong) =>
          expect.soft(wrong, `${row.route}, ${where}`).toEqual([]),
        ),
      );
    }
  });
}
