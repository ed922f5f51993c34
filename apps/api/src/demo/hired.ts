import { application, candidate } from "@rubric/db/schema";
import type { Database } from "@rubric/db";
import { openBaseline } from "@rubric/domain/baseline";
import type { Member } from "@rubric/domain/context";
import { acceptInvitation, DEMO_HIRED, DEMO_PASSWORD, mintLink } from "@rubric/domain/identity";
import { inviteHired } from "@rubric/domain/organization";
import { fillRounds, openRound } from "@rubric/domain/round";
import { and, eq } from "drizzle-orm";
import { runDue } from "../worker/system.ts";
import { actingFor, INSTANCE, VISITOR } from "./acting.ts";
import type { World } from "./journey.ts";
import { memberByEmail, withinOrg } from "./organization.ts";

type Told = World & { calendar: NonNullable<World["calendar"]> };

/** Who was hired joins, stands on the level they were hired at, and opens their baseline. */
export async function hiredJoins(
  world: Told,
  { admin, manager }: { admin: Member; manager: Member },
): Promise<void> {
  const { acting, calendar, db, org } = world;
  const { name, email, title, roles } = DEMO_HIRED;
  const applicationId = await hiredAs(db, org.id, name);
  const invited = await acting.act(
    admin,
    calendar.ago(4, 10),
    "organization.inviteHired",
    inviteHired,
    { applicationId, email, title, roles: [...roles], managerId: manager.memberId },
  );
  const link = { kind: "invitation" as const, orgId: org.id, subjectId: invited.id };
  const token = await db.transaction((tx) =>
    mintLink(tx, { ...link, at: calendar.ago(4, 10), hours: 72 }),
  );
  await actingFor(db, INSTANCE).act(
    VISITOR,
    calendar.ago(3, 9),
    "identity.acceptInvitation",
    acceptInvitation,
    { token, name, password: DEMO_PASSWORD },
  );
  const joined = await memberByEmail(db, org, email);
  await acting.act(joined, calendar.ago(3, 9, 20), "baseline.open", openBaseline, {
    memberId: joined.memberId,
  });
}

/** The round of this quarter, with a review for everyone who has a manager and a level. */
export async function roundOfQuarter(
  { acting, calendar, org }: Told,
  admin: Member,
): Promise<void> {
  const at = calendar.ago(1, 9);
  await acting.act(admin, at, "round.open", openRound, {
    establishment: null,
    dueOn: calendar.coming(10, 12).toISOString().slice(0, 10),
  });
  await runDue(acting.depsAt(at), org, "round.fill", fillRounds);
}

async function hiredAs(db: Database, orgId: string, name: string): Promise<string> {
  const [row] = await withinOrg(db, orgId, (tx) =>
    tx
      .select({ id: application.id })
      .from(application)
      .innerJoin(
        candidate,
        and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
      )
      .where(and(eq(candidate.name, name), eq(application.state, "hired"))),
  );
  if (row === undefined) throw new Error(`${name} was not hired.`);
  return row.id;
}
