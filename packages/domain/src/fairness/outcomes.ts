import type { Reader } from "@rubric/db";
import { application, applicationStage, job, selfIdentification, stage } from "@rubric/db/schema";
import { and, eq, exists, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";

export type Outcome = "review" | "interview" | "offer";

/** An application that ended in selection, with what is said of its candidate's attributes. */
export type Ended = {
  applicationId: string;
  jobId: string;
  locations: string[];
  outcome: Outcome;
  answers: ReadonlyMap<string, string>;
};

/** Ended by its facts and not by anyone's choice among people. */
const NO_CHOICE: readonly string[] = ["duplicate", "no_answer", "filled_or_closed"];

/**
 * The applications that ended within a time, by where: an offer counts whatever became of it; who
 * withdrew before, or was rejected for no choice of anyone's, does not count. As `rubric_retention`:
 * nobody else may read the answers. What went into another year's figures is left out.
 */
export async function endedWithin(
  read: Reader,
  orgId: string,
  { from, to }: { from: Date; to: Date },
): Promise<Ended[]> {
  const entered = (kind: "interview" | "offer") =>
    exists(
      read
        .select({ one: sql`1` })
        .from(applicationStage)
        .innerJoin(
          stage,
          and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
        )
        .where(
          and(
            eq(applicationStage.orgId, application.orgId),
            eq(applicationStage.applicationId, application.id),
            eq(stage.kind, kind),
          ),
        ),
    );
  const rows = await read
    .select({
      id: application.id,
      jobId: application.jobId,
      locations: job.locations,
      state: application.state,
      reason: application.stateReason,
      interviewed: sql<boolean>`${entered("interview")}`,
      offered: sql<boolean>`${entered("offer")}`,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(application.orgId, orgId),
        inArray(application.state, ["rejected", "withdrawn", "hired"]),
        isNotNull(application.endedAt),
        gte(application.endedAt, from),
        lt(application.endedAt, to),
      ),
    );
  const answers = await answersOf(read, orgId);
  return rows.flatMap((row) => {
    const outcome = outcomeOf(row);
    const own = answers.get(row.id) ?? NONE;
    if (outcome === null || own === "counted") return [];
    const { id, jobId, locations } = row;
    return [{ applicationId: id, jobId, locations, outcome, answers: own }];
  });
}

/** Where selection ended for an application; null: it ended by no choice of ours. */
function outcomeOf(row: {
  state: string;
  reason: string | null;
  interviewed: boolean;
  offered: boolean;
}): Outcome | null {
  if (row.state === "hired" || row.offered) return "offer";
  if (row.state !== "rejected" || NO_CHOICE.includes(row.reason ?? "")) return null;
  return row.interviewed ? "interview" : "review";
}

const NONE: ReadonlyMap<string, string> = new Map();

async function answersOf(
  read: Reader,
  orgId: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string> | "counted">> {
  const rows = await read
    .select()
    .from(selfIdentification)
    .where(eq(selfIdentification.orgId, orgId));
  const found = new Map<string, Map<string, string> | "counted">();
  for (const { applicationId, attribute, answer, countedIn } of rows) {
    const held = found.get(applicationId);
    if (countedIn !== null || held === "counted") found.set(applicationId, "counted");
    else found.set(applicationId, (held ?? new Map<string, string>()).set(attribute, answer));
  }
  return found;
}
