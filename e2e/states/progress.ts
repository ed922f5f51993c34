import { recordCheckIn } from "@rubric/domain/check-in";
import { mondayOf } from "@rubric/domain/check-in/rules";
import { addEvidence } from "@rubric/domain/evidence";
import { addSource, enterFigure, periodOf, setLogin, setSource } from "@rubric/domain/metric";
import { setManager } from "@rubric/domain/organization";
import { showProgress } from "@rubric/domain/progress";
import { daysAgo, type Organization } from "../setup-org.ts";

const LONG = "x".repeat(65);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
/** The day where the organization is. */
const dayThere = (at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(at);

/** An engineer with a check-in, a figure, evidence and a source of figures that is paused. */
export async function makeProgress({ acting, cast }: Organization): Promise<void> {
  const { admin, engineer, manager } = cast;
  const { memberId } = engineer;
  const at = daysAgo(5);
  await acting.act(admin, at, "organization.setManager", setManager, {
    memberId,
    managerId: manager.memberId,
  });
  // Of both weeks that may be owed, whatever day of the week it is.
  const now = new Date();
  for (const week of [mondayOf(dayThere(daysAgo(7))), mondayOf(dayThere(now))]) {
    await acting.act(engineer, now, "checkIn.record", recordCheckIn, {
      memberId,
      week,
      done: `Moved the export to its own worker. ${LONG}`,
      blocked: "The staging database is too small.",
      confidence: 3,
      hours: 4,
    });
  }
  await acting.act(engineer, at, "metric.enter", enterFigure, {
    memberId,
    metric: "response_time",
    period: "quarter",
    from: periodOf("quarter", dayOf(at)).from,
    value: 190,
    n: 12,
  });
  const shown = await acting.read(engineer, at, "progress.show", showProgress, { memberId });
  await acting.act(engineer, at, "evidence.add", addEvidence, {
    memberId,
    kind: "link",
    title: `Index for statements ${LONG}`,
    note: "The query plan before and after.",
    competencies: shown.competencies.slice(0, 2).map(({ key }) => key),
    day: dayOf(at),
    url: "https://git.example/merge_requests/418",
    uploadId: null,
    figureId: null,
  });
  const { id: sourceId } = await acting.act(admin, at, "metric.addSource", addSource, {
    kind: "gitlab",
    baseUrl: "https://gitlab.example/api/v4",
    project: `team/${LONG}`,
    secret: "not-a-token",
  });
  const paused = { sourceId, state: "paused" } as const;
  await acting.act(admin, at, "metric.setSource", setSource, paused);
  const named = { memberId, sourceId, login: "eike" };
  await acting.act(engineer, at, "metric.setLogin", setLogin, named);
}
