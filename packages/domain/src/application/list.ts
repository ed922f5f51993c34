import { application } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Look } from "../execution/index.ts";
import { toInstantOfJson } from "../wire.ts";
import type { ApplicationListView, ListApplicationsInput } from "./schemas.ts";
import { notOwnApplication } from "./visible-jobs.ts";

const PAGE = 25;

type Input = z.infer<typeof ListApplicationsInput>;
/** As the view has it, but for how the database writes instants. */
type Row = ApplicationListView["applications"][number];

/**
 * Applications to a job in one state, of one stage or of all, 25 a page: who entered their stage
 * first comes first. Nothing that judges a candidate is in it (law 1), and nobody finds their own
 * (law 7).
 */
export const listApplications: Look<Input, ApplicationListView, Row> = {
  ask: ({ jobId, stageId, state, cursor }) => {
    const [at = null, id = null] = cursor?.split("_") ?? [];
    return {
      shape: `${stageId === null ? "any stage" : "a stage"} ${id === null ? "begin" : "go on"}`,
      select: ({ own }) => select({ ofStage: stageId !== null, goesOn: id !== null, own }),
      values: { job: jobId, state, stage: stageId, at, id },
    };
  },
  view: (rows) => {
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      applications: page.map((row) => ({
        ...row,
        createdAt: toInstantOfJson(row.createdAt),
        enteredStageAt: toInstantOfJson(row.enteredStageAt),
        nextWordAt: row.nextWordAt === null ? null : toInstantOfJson(row.nextWordAt),
      })),
      nextCursor:
        rows.length > PAGE && last !== undefined
          ? `${toInstantOfJson(last.enteredStageAt)}_${last.applicationId}`
          : null,
    };
  },
};

function select({ ofStage, goesOn, own }: { ofStage: boolean; goesOn: boolean; own: boolean }) {
  const { placeholder } = sql;
  return sql`select application.id as "applicationId", application.candidate_id as "candidateId",
      candidate.name, candidate.headline, application.stage_id as "stageId", stage.name as stage,
      application.state, application.source, application.created_at as "createdAt",
      application.entered_stage_at as "enteredStageAt", application.next_word_at as "nextWordAt"
    from ${application}
    join candidate on candidate.org_id = application.org_id and candidate.id = application.candidate_id
    join stage on stage.org_id = application.org_id and stage.id = application.stage_id
    where application.org_id = ${placeholder("org")}::uuid and application.job_id = ${placeholder("job")}::uuid
      and application.state = ${placeholder("state")}::text
      ${ofStage ? sql`and application.stage_id = ${placeholder("stage")}::uuid` : sql``}
      ${
        goesOn
          ? sql`and (application.entered_stage_at, application.id)
              > (${placeholder("at")}::timestamptz, ${placeholder("id")}::uuid)`
          : sql``
      }
      ${own ? sql`and ${notOwnApplication(sql`call.org_id`, sql`member.id`)}` : sql``}
    order by application.entered_stage_at, application.id
    limit ${PAGE + 1}`;
}
