import type { RubricClient } from "../types.ts";
import { BadUse } from "./failures.ts";

/** One row for a table, and the whole of it for programs. */
export type Listed = { cells: Record<string, string>; whole: unknown };

type ListOptions = { search: string; job?: string };
type Listing = (rubric: RubricClient, options: ListOptions) => AsyncIterable<Listed>;

/** Pairs where rows come from with what a person sees of each. */
function listing<Row>(
  rows: (
    rubric: RubricClient,
    options: ListOptions,
  ) => AsyncIterable<Row> | Promise<readonly Row[]>,
  cells: (row: Row) => Record<string, string | number | null>,
): Listing {
  return async function* (rubric, options) {
    for await (const row of await rows(rubric, options)) {
      const shown = Object.entries(cells(row)).map(([key, cell]) => [key, String(cell ?? "")]);
      yield { cells: Object.fromEntries(shown), whole: row };
    }
  };
}

export const LISTINGS: Readonly<Record<string, Listing>> = {
  jobs: listing(
    (rubric, { search }) => {
      const sought = search === "" ? null : search;
      return rubric.job.list.pages({ states: [], search: sought, mine: false });
    },
    ({ id, title, team, state, openings }) => {
      const filled = `${openings.filled}/${openings.total}`;
      return { id, title, team, state, filled };
    },
  ),
  candidates: listing(
    (rubric, { search }) => rubric.candidate.search.pages({ query: search }),
    ({ candidateId, name, email, applications }) => ({
      id: candidateId,
      name,
      email,
      applications: applications.map(({ job, state }) => `${job} (${state})`).join(", "),
    }),
  ),
  applications: listing(
    async (rubric, { job }) => {
      if (job === undefined) throw new BadUse("Applications are those of a job: --job ID");
      return (await rubric.application.board.query({ jobId: job })).cards;
    },
    ({ applicationId, name, column, state, source }) => {
      return { id: applicationId, name, stage: column, state, source };
    },
  ),
  frameworks: listing(
    async (rubric) => (await rubric.framework.list.query()).frameworks,
    ({ id, name, competencies, versions }) => ({
      id,
      name,
      competencies,
      newest: versions[0] === undefined ? "" : `${versions[0].number} (${versions[0].state})`,
      "newest version's id": versions[0]?.id ?? "",
    }),
  ),
  questions: listing(
    (rubric, { search }) => {
      const sought = search === "" ? null : search;
      const all = { competencyKey: null, kind: null, withdrawn: false };
      return rubric.question.list.pages({ ...all, search: sought });
    },
    ({ id, kind, competencyKey, text }) => ({ id, kind, competency: competencyKey, text }),
  ),
};

type Showing = (rubric: RubricClient, id: string) => Promise<unknown>;

export const SHOWINGS: Readonly<Record<string, Showing>> = {
  job: (rubric, jobId) => rubric.job.show.query({ jobId }),
  application: (rubric, applicationId) => rubric.application.show.query({ applicationId }),
  framework: (rubric, frameworkId) => rubric.framework.show.query({ frameworkId, versionId: null }),
  offer: (rubric, offerId) => rubric.offer.show.query({ offerId }),
};

/** A row of one of the tables by the name that a person typed. */
export function named<T>(table: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) {
    throw new BadUse(`There is no ${name}. There is ${Object.keys(table).join(", ")}.`);
  }
  return found;
}
