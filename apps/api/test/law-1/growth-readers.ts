import type { StaffMember } from "@rubric/domain/context";
import { ROLES } from "@rubric/domain/duties";
import { PERSONAL_SCOPES, SERVICE_SCOPES } from "@rubric/domain/token/rules";
import { serviceOf, tokenOf } from "../tokens.ts";
import { growthIn } from "./growth.ts";
import { type Questions, questionsOf, readerBy, readerOf } from "./reading.ts";
import type { SealedWorld } from "./world.ts";

type Reader = Awaited<ReturnType<typeof readerOf>>;

/** Everybody who has no part in somebody's growth and whom no other test asks, by who they are. */
export async function strangersTo(
  world: SealedWorld,
  elsewhere: SealedWorld,
): Promise<[string, Reader][]> {
  const { story, growth } = world;
  const { api, people } = story;
  const { org, cast } = people;
  await story.tell(cast.admin, "organization.setManager", {
    memberId: cast.engineer.memberId,
    managerId: cast.second.memberId,
  });
  const foreign = elsewhere.story.people.cast.admin;
  const byToken = async (one: StaffMember) =>
    readerBy(world, (await tokenOf(api, org, one, PERSONAL_SCOPES)).text);
  const serviceId = await serviceOf(api, org, cast.admin, ROLES);
  const service = await tokenOf(api, org, cast.admin, SERVICE_SCOPES, { serviceId });
  return [
    ["an auditor", await readerOf(world, cast.auditor)],
    ["a peer", await readerOf(world, cast.third)],
    ["another manager", await readerOf(world, cast.second)],
    ["who managed them before", await readerOf(world, growth.former)],
    ["an admin of another organization", await readerOf(world, foreign)],
    ["the same on their own pages", await readerOf(elsewhere, foreign)],
    ["a token of their own", await byToken(growth.grown[0])],
    ["a token of who manages them", await byToken(growth.manager)],
    ["a service account with every role", readerBy(world, service.text)],
  ];
}

/** Every query there is, in all inputs that fit one of the applications. */
export async function queriesOf(world: SealedWorld, by: StaffMember): Promise<Questions> {
  return (await questionsOf(world, by, { of: 1 })).filter(
    ({ procedure }) => procedure.type === "query",
  );
}

/** Where a reader finds words of somebody's growth, and how many of the questions were answered. */
export async function growthTold(
  world: SealedWorld,
  ask: Reader,
  questions: Questions,
  at: Date,
): Promise<{ found: Set<string>; answered: number }> {
  const found = new Set<string>();
  let answered = 0;
  for (const question of questions) {
    const { path, answer, refused } = await ask(question, at);
    if (!refused) answered += 1;
    for (const word of growthIn(world.growth, JSON.stringify(answer))) {
      found.add(`${path} shows ${word}`);
    }
  }
  return { found, answered };
}
