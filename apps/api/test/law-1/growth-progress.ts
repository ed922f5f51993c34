import { CheckInView } from "@rubric/domain/check-in/schemas";
import { addDays, mondayOf } from "@rubric/domain/check-in/rules";
import { EvidenceView } from "@rubric/domain/evidence/schemas";
import { FigureView, SourceView } from "@rubric/domain/metric/schemas";
import type { Growth } from "./growth.ts";
import type { Story } from "./story.ts";

/** A figure that stands nowhere else, so that it is found as a word is. */
export const FIGURE = 4.271_828_182;

const lastMonday = (now: Date) => addDays(mondayOf(now.toISOString().slice(0, 10)), -7);

/** A week that the manager answered. */
export async function tellCheckIns(
  { tell, now }: Story,
  { words, grown: [engineer], manager, ids }: Growth,
): Promise<void> {
  const { memberId } = engineer;
  const both = (path: string, field: string) => words.both.plant(path, field);
  const { id: checkInId, revision } = CheckInView.parse(
    await tell(engineer, "checkIn.record", {
      memberId,
      week: lastMonday(now()),
      done: both("checkIn.record", "done"),
      blocked: both("checkIn.record", "blocked"),
      confidence: 2,
      hours: 3,
    }),
  );
  const reply = both("checkIn.reply", "reply");
  await tell(manager, "checkIn.reply", { memberId, checkInId, revision, reply });
  ids["checkInId"] = [checkInId];
}

/** A link that stays, and one that the manager removed. */
export async function tellEvidence(
  { tell, now }: Story,
  { words, grown: [engineer], manager, ids }: Growth,
): Promise<void> {
  const { memberId } = engineer;
  const both = (path: string, field: string) => words.both.plant(path, field);
  const add = async () =>
    EvidenceView.parse(
      await tell(engineer, "evidence.add", {
        memberId,
        kind: "link",
        title: both("evidence.add", "title"),
        note: both("evidence.add", "note"),
        competencies: ["security"],
        day: lastMonday(now()),
        url: `https://example.test/?${both("evidence.add", "url")}`,
        uploadId: null,
        figureId: null,
      }),
    );
  const [stays, goes] = [await add(), await add()];
  const reason = both("evidence.remove", "reason");
  await tell(manager, "evidence.remove", { memberId, evidenceId: goes.id, reason });
  ids["evidenceId"] = [stays.id];
}

/** A figure that was entered, and what one is called where others are fetched. */
export async function tellMetrics(
  { tell, now, people }: Story,
  { words, grown: [engineer], ids }: Growth,
): Promise<void> {
  const { memberId } = engineer;
  const figure = FigureView.parse(
    await tell(engineer, "metric.enter", {
      memberId,
      metric: "feedback",
      period: "week",
      from: lastMonday(now()),
      value: FIGURE,
      n: 12,
    }),
  );
  const source = SourceView.parse(
    await tell(people.cast.admin, "metric.addSource", {
      kind: "github",
      baseUrl: "https://93.184.216.34",
      project: "acme/web",
      secret: "the token of a code host",
    }),
  );
  const login = words.both.plant("metric.setLogin", "login");
  await tell(engineer, "metric.setLogin", { memberId, sourceId: source.id, login });
  ids["figureId"] = [figure.id];
  ids["sourceId"] = [source.id];
}
