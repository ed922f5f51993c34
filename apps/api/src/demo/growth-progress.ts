import { storeUpload } from "@rubric/domain/candidate";
import { recordCheckIn, replyCheckIn } from "@rubric/domain/check-in";
import { mondayOf } from "@rubric/domain/check-in/rules";
import type { Member } from "@rubric/domain/context";
import { addEvidence } from "@rubric/domain/evidence";
import { addSource, enterFigure, periodOf, setLogin, setSource } from "@rubric/domain/metric";
import { showProgress } from "@rubric/domain/progress";
import { CHECK_INS, EVIDENCE, FIGURES, REPORT } from "./growth-progress-words.ts";
import type { World } from "./journey.ts";

type Told = World & { calendar: NonNullable<World["calendar"]> };

const day = (at: Date) => at.toISOString().slice(0, 10);

/** Six weekly check-ins of which the last waits for an answer, figures of two quarters, and evidence. */
export async function growthProgress(
  world: Told,
  { admin, engineer, manager }: { admin: Member; engineer: Member; manager: Member },
): Promise<void> {
  await checkIns(world, engineer, manager);
  await figures(world, engineer, manager);
  await evidence(world, engineer);
  const { acting, calendar } = world;
  const at = calendar.ago(6, 10);
  const { id: sourceId } = await acting.act(admin, at, "metric.addSource", addSource, {
    kind: "github",
    baseUrl: "https://api.github.com",
    project: "northwind/statements",
    secret: "not-a-token",
  });
  // The demo asks nobody outside.
  const paused = { sourceId, state: "paused" } as const;
  await acting.act(admin, at, "metric.setSource", setSource, paused);
  const named = { memberId: engineer.memberId, sourceId, login: "mateusz-northwind" };
  await acting.act(engineer, calendar.ago(5, 9), "metric.setLogin", setLogin, named);
}

async function checkIns({ acting, calendar }: Told, engineer: Member, manager: Member) {
  const { memberId } = engineer;
  for (const [index, { reply, ...said }] of CHECK_INS.entries()) {
    const days = 5 * (CHECK_INS.length - index);
    const at = calendar.ago(days, 15, 10 + index);
    const input = { memberId, week: mondayOf(day(at)), ...said };
    const { id } = await acting.act(engineer, at, "checkIn.record", recordCheckIn, input);
    if (reply === null) continue;
    const answer = { memberId, checkInId: id, revision: 1, reply };
    await acting.act(manager, calendar.ago(days - 1, 9, 30), "checkIn.reply", replyCheckIn, answer);
  }
}

async function figures({ acting, calendar }: Told, engineer: Member, manager: Member) {
  const at = calendar.ago(4, 11);
  const now = periodOf("quarter", day(at)).from;
  const before = periodOf("quarter", day(new Date(Date.parse(now) - 86_400_000))).from;
  for (const [metric, earlier, later, n] of FIGURES) {
    for (const [by, from, value] of [
      [manager, before, earlier],
      [engineer, now, later],
    ] as const) {
      const input = {
        memberId: engineer.memberId,
        metric,
        period: "quarter",
        from,
        value,
        n,
      } as const;
      await acting.act(by, at, "metric.enter", enterFigure, input);
    }
  }
}

async function evidence({ acting, calendar, org }: Told, engineer: Member) {
  const { memberId } = engineer;
  const at = calendar.ago(3, 16);
  const shown = await acting.read(engineer, at, "progress.show", showProgress, { memberId });
  const figure = shown.figures.find(({ metric }) => metric === "response_time");
  const file = { name: "load-test-statements.pdf", bytes: REPORT };
  for (const { kind, days, ...one } of EVIDENCE) {
    const uploadId =
      kind === "file" ? (await storeUpload(acting.depsAt(at), org.slug, file)).uploadId : null;
    await acting.act(engineer, at, "evidence.add", addEvidence, {
      memberId,
      kind,
      ...one,
      day: day(calendar.ago(days, 12)),
      uploadId,
      figureId: kind === "metric" ? (figure?.id ?? null) : null,
    });
  }
}
