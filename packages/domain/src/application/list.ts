import { application } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Look } from "../execution/index.ts";
import { toInstantOfText } from "../wire.ts";
import type { ApplicationListView, ListApplicationsInput } from "./schemas.ts";
import { notOwnApplication } from "./visible-jobs.ts";

const PAGE = 25;

type Input = z.infer<typeof ListApplicationsInput>;
/** As the view has it, but for how the database writes instants: all of it is text. */
type Row = ApplicationListView["applications"][number];

/**
 * Applications to a job in one state, of one stage or of all, 25 a page: who entered their stage
 * first comes first. Nothing that judges a candidate is in it (law 1), and nobody finds their own
 * (law 7).
 */
export const listApplications: Look<Input, ApplicationListView, Row> = {
  columns: {
    applicationId: sql`application.id`,
    candidateId: sql`application.candidate_id`,
    name: sql`candidate.name`,
    headline: sql`candidate.headline`,
    stageId: sql`application.stage_id`,
    stage: sql`stage.name`,
    state: sql`application.state`,
    source: sql`application.source`,
    createdAt: sql`application.created_at`,
    enteredStageAt: sql`application.entered_stage_at`,
    nextWordAt: sql`application.next_word_at`,
  },
  ask: ({ jobId, stageId, state, cursor }) => {
    const [at = null, id = null] = cursor?.split("_") ?? [];
    return {
      shape: `${stageId === null ? "any stage" : "a stage"} ${id === null ? "begin" : "go on"}`,
      from: ({ own }) => from({ ofStage: stageId !== null, goesOn: id !== null, own }),
      values: { job: jobId, state, stage: stageId, at, id },
    };
  },
  view: (rows) => {
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      applications: page.map((row) => ({
        ...row,
        createdAt: toInstantOfText(row.createdAt),
        enteredStageAt: toInstantOfText(row.enteredStageAt),
        nextWordAt: row.nextWordAt === null ? null : toInstantOfText(row.nextWordAt),
      })),
      nextCursor:
        rows.length > PAGE && last !== undefined
          ? `${toInstantOfText(last.enteredStageAt)}_${last.applicationId}`
          : null,
    };
  },
};

function from({ ofStage, goesOn, own }: { ofStage: boolean; goesOn: boolean; own: boolean }) {
  const { placeholder } = sql;
  return sql`from ${application}
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
