import { z } from "zod";
import { Id, Instant } from "../wire.ts";
import { APPLICATION_STATES, SOURCES } from "./states.ts";

/** Where a page ends: when the last of it entered their stage, and their application. */
function isPlace(cursor: string): boolean {
  const [at, id, ...rest] = cursor.split("_");
  return rest.length === 0 && Instant.safeParse(at).success && Id.safeParse(id).success;
}

export const ListApplicationsInput = z.strictObject({
  jobId: Id,
  /** Null: every stage. */
  stageId: Id.nullable(),
  state: z.enum(APPLICATION_STATES),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .refine(isPlace, "This is no page of the list; begin again at its first.")
    .meta({ refinement: "a place in the list" })
    .nullish(),
});

/** One page of a job's applications in one state. */
export const ApplicationListView = z
  .object({
    applications: z.array(
      z.object({
        applicationId: Id,
        candidateId: Id,
        name: z.string(),
        headline: z.string(),
        stageId: Id,
        /** The name of the stage that it is in, or was in when it ended. */
        stage: z.string(),
        state: z.enum(APPLICATION_STATES),
        source: z.enum(SOURCES),
        createdAt: Instant,
        enteredStageAt: Instant,
        nextWordAt: Instant.nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ page: { items: "applications", cursor: "nextCursor" } });
export type ApplicationListView = z.infer<typeof ApplicationListView>;
