import { newId } from "@rubric/db";
import { account, hiringTeam, member, membership } from "@rubric/db/schema";
import type { StaffMember, Org } from "@rubric/domain/context";
import type { Role } from "@rubric/domain/duties";
import {
  type Cast,
  type MadeJob,
  makeJob,
  makeOrg,
} from "../../../../packages/domain/test/factories.ts";
import { memberActor } from "../../../../packages/domain/test/harness.ts";
import type { TestApi } from "../api.ts";

/** One more active member of an organization. */
export async function makeMember(
  api: TestApi,
  org: Org,
  name: string,
  roles: readonly Role[],
): Promise<StaffMember> {
  const one = memberActor(newId(), roles, name);
  const email = `${name.replaceAll(" ", "-")}@${org.slug}.test`;
  const at = new Date();
  await api.within(org.id, async (tx) => {
    await tx.insert(account).values({ id: one.accountId, email, name, createdAt: at });
    await tx.insert(member).values({
      orgId: org.id,
      id: one.memberId,
      accountId: one.accountId,
      name,
      email,
      title: "",
      roles: [...roles],
      state: "active",
      createdAt: at,
    });
    await tx
      .insert(membership)
      .values({ accountId: one.accountId, orgId: org.id, memberId: one.memberId });
  });
  return one;
}

/** Whoever is to owe a scorecard on the candidate: each role and duty there is. */
export const OWING = [
  "admin",
  "recruiter",
  "another recruiter",
  "coordinator",
  "hiring manager",
  "interviewer",
  "approver",
  "engineer",
  "shadow",
  "excused",
] as const;

/** Who judges the candidate; none of them owes anything in the end, save for the drafter. */
type Writers = Record<
  "recruiter" | "manager" | "first" | "second" | "third" | "drafter" | "referrer",
  StaffMember
>;

export type People = {
  org: Org;
  cast: Cast;
  writers: Writers;
  owing: Record<(typeof OWING)[number], StaffMember>;
  /** Of those, who owes as a shadow and who was excused. */
  shadow: StaffMember;
  excused: StaffMember;
  /** In the first the candidate is now, in the second and third they were. */
  jobs: [MadeJob, MadeJob, MadeJob];
};

/** An organization with three jobs, led by writers and by the people who are to owe alike. */
export async function makePeople(api: TestApi): Promise<People> {
  const { org, cast } = await makeOrg(api);
  const one = (name: string, ...roles: Role[]) => makeMember(api, org, name, roles);
  const writers: Writers = {
    recruiter: await one("writing recruiter", "recruiter"),
    manager: await one("writing manager", "hiring_manager"),
    first: cast.second,
    second: cast.third,
    third: await one("third rater", "interviewer"),
    drafter: await one("drafter", "interviewer"),
    referrer: await one("referrer", "interviewer", "recruiter"),
  };
  const shadow = await one("shadow", "hiring_manager");
  const excused = await one("excused", "hiring_manager");
  const jobs: People["jobs"] = [
    await makeJob(api, { org, cast }),
    await makeJob(api, { org, cast }),
    await makeJob(api, { org, cast }),
  ];
  const seats = [
    { memberId: writers.recruiter.memberId, duty: "recruiter" as const },
    { memberId: writers.manager.memberId, duty: "hiring_manager" as const },
    { memberId: shadow.memberId, duty: "hiring_manager" as const },
    { memberId: excused.memberId, duty: "hiring_manager" as const },
    { memberId: cast.admin.memberId, duty: "recruiter" as const },
  ];
  await api.within(org.id, (tx) =>
    tx
      .insert(hiringTeam)
      .values(
        jobs.flatMap(({ jobId }) => seats.map((seat) => ({ orgId: org.id, jobId, ...seat }))),
      ),
  );
  const owing = {
    admin: cast.admin,
    recruiter: cast.recruiter,
    "another recruiter": cast.otherRecruiter,
    coordinator: cast.coordinator,
    "hiring manager": cast.manager,
    interviewer: cast.interviewer,
    approver: cast.approver,
    engineer: cast.engineer,
    shadow,
    excused,
  };
  return { org, cast, writers, owing, shadow, excused, jobs };
}
