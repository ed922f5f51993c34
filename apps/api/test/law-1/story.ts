import { tokenHash } from "@rubric/domain/identity";
import { interview, scorecard } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import type { StaffMember } from "@rubric/domain/context";
import { and, asc, eq } from "drizzle-orm";
import type { MadeJob } from "../../../../packages/domain/test/factories.ts";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import type { TestApi } from "../api.ts";
import { type Procedure, procedures } from "../census.ts";
import { nobody, type Who } from "../outcome.ts";
import { linkOf } from "../world.ts";
import { askerOf } from "./asking.ts";
import { wordFields } from "./fitting-inputs.ts";
import type { People } from "./people.ts";
import type { SealedWords } from "./sealed-words.ts";

const MINUTE = 60_000;
const all = new Map(procedures().map((one) => [one.path, one]));

/** Whose command it is: a member's, or the candidate's on their own page. */
export type By = StaffMember | { candidateId: string };

/** What two worlds tell differently beside their words: what is judged and what is offered. */
export type Judgement = {
  rating: "strong_yes" | "definitely_not";
  second: "yes" | "no";
  levelKey: "engineer" | "senior";
  amountMinor: number;
  startDate: string;
};

/** Tells what happened to a candidate, command by command, a minute each. */
export type Story = {
  api: TestApi;
  people: People;
  words: SealedWords;
  judgement: Judgement;
  /** When the next command is given. */
  now: () => Date;
  /** Gives a command; each text of it that is not given is a sealed word. */
  tell: (by: By, path: string, given: Record<string, unknown>) => Promise<unknown>;
  /** Holds a planned interview an hour ago; returns the scorecards, in the order of the people. */
  seat: (
    made: MadeJob,
    applicationId: string,
    planned: keyof MadeJob["planInterviews"],
    people: readonly StaffMember[],
    shadows?: readonly StaffMember[],
  ) => Promise<string[]>;
};

/** The procedure of a path. */
function procedureOf(path: string): Procedure {
  const found = all.get(path);
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found;
}

/** Begins a story in an organization, at an instant of the past. */
export function beginStory(
  api: TestApi,
  people: People,
  words: SealedWords,
  judgement: Judgement,
  begins: Date,
): Story {
  const ask = askerOf(api, { keeps: true });
  const whos = new Map<string, Promise<Who>>();
  const { org } = people;
  let minutes = 0;
  const now = () => new Date(begins.getTime() + (minutes += 1) * MINUTE);

  const enter = async (by: By): Promise<Who> =>
    "candidateId" in by
      ? { ...nobody, candidateLink: await linkOf(api, org, by.candidateId) }
      : {
          ...nobody,
          sessionHash: tokenHash((await openSession(api, by.accountId)).token),
          orgSlug: org.slug,
        };

  return {
    api,
    people,
    words,
    judgement,
    now,
    async tell(by, path, given) {
      const key = "candidateId" in by ? by.candidateId : by.memberId;
      const entered = whos.get(key) ?? enter(by);
      whos.set(key, entered);
      const procedure = procedureOf(path);
      const [schema] = procedure.inputs;
      if (schema === undefined) throw new Error(`${path} has no input.`);
      const open = wordFields(schema).filter((field) => !field.includes(".") && !(field in given));
      const texts = Object.fromEntries(open.map((field) => [field, words.plant(path, field)]));
      const { data, error } = await ask(await entered, procedure, { ...texts, ...given }, now());
      if (error !== null) throw new Error(`${path}: ${error.code}. ${error.sentence}`);
      return data;
    },
    async seat(made, applicationId, planned, interviewers, shadows = []) {
      const at = now();
      const orgId = org.id;
      return api.within(orgId, async (tx) => {
        const [row] = await tx
          .select({ id: interview.id, stageId: interview.stageId })
          .from(interview)
          .where(
            and(
              eq(interview.orgId, orgId),
              eq(interview.applicationId, applicationId),
              eq(interview.planInterviewId, made.planInterviews[planned]),
            ),
          )
          .orderBy(asc(interview.createdAt));
        if (row === undefined) throw new Error(`The interview ${planned} is not planned.`);
        const startsAt = new Date(at.getTime() - 60 * MINUTE);
        const place = "Room 1";
        await tx
          .update(interview)
          .set({ state: "held", startsAt, endsAt: at, place })
          .where(and(eq(interview.orgId, orgId), eq(interview.id, row.id)));
        const cards = [...interviewers, ...shadows].map((one, index) => ({
          orgId,
          id: newId(),
          interviewId: row.id,
          applicationId,
          stageId: row.stageId,
          authorId: one.memberId,
          shadow: index >= interviewers.length,
          state: "assigned" as const,
          draftRevision: 0,
          version: 0,
          countsToQuorum: false,
          assignedAt: at,
        }));
        await tx.insert(scorecard).values(cards);
        return cards.map((card) => card.id);
      });
    },
  };
}
