import type { ListApplicationsInput } from "@rubric/domain/application/schemas";
import { APPLICATION_STATES } from "@rubric/domain/application/schemas";
import { Id } from "@rubric/domain/wire";
import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import type { z } from "zod";

const parseAsId = createParser({
  parse: (text: string) => Id.safeParse(text).data ?? null,
  serialize: String,
});

/** Which of a job's applications are listed, as it stands in the address. */
export const listFilters = {
  state: parseAsStringLiteral(APPLICATION_STATES).withDefault("active"),
  stage: parseAsId,
};
export const loadListFilters = createLoader(listFilters);
export type ListFilters = Awaited<ReturnType<typeof loadListFilters>>;

/** What the list is asked for. */
export function listInput(
  jobId: string,
  { state, stage }: ListFilters,
): z.infer<typeof ListApplicationsInput> {
  return { jobId, state, stageId: stage };
}
