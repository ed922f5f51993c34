import { tokenHash } from "@rubric/domain/identity";
import type { StaffMember } from "@rubric/domain/context";
import { type Permission, PERMISSIONS, permissionRow } from "@rubric/domain/permissions";
import { PERSONAL_SCOPES } from "@rubric/domain/token/rules";
import { member as memberTable } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { makeRelation } from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { useApi } from "../test/api.ts";
import { procedures } from "../test/census.ts";
import { isClosed, nobody, type Outcome, outcomeOf, type Who } from "../test/outcome.ts";
import { type Inside, isAllowed, isPairs, type Person } from "../test/standing.ts";
import {
  BEFORE_SIGN_IN,
  type Column,
  IMPARTIAL,
  OWN_ACCOUNT,
  OWN_PAGE,
  PUBLIC,
  READ_IN_CONFLICT,
  ROWS,
} from "../test/states.ts";
import { tokenOf } from "../test/tokens.ts";
import {
  applicationState,
  linkOf,
  makeSubjects,
  makeWorld,
  missing,
  type World,
} from "../test/world.ts";

// Thousands of calls: seconds on a machine that does nothing else.
vi.setConfig({ testTimeout: 90_000 });

const api = useApi();
const AT_ONCE = 4;
const INSIDE = ROWS.flatMap((row) => row.calls);
const UNIVERSAL = [...PUBLIC, ...BEFORE_SIGN_IN, ...OWN_ACCOUNT];
const nothing = missing();

let world: World;
let people: Person[] = [];

const paths = procedures()
  .map((one) => one.path)
  .filter((path): path is Permission => path in PERMISSIONS);
const inside = paths.filter((path) => INSIDE.includes(path));
const onSubject = inside.filter((path) => permissionRow(path).on !== "org");

const known = new Map<string, Promise<Outcome>>();

/** What a person meets on one kind of subject, asked once. */
function meets(
  path: Permission,
  person: Person,
  variant: Inside | "another organization's" | "missing",
): Promise<Outcome> {
  const subjects = {
    own: person.own,
    "another's": world.anothers,
    "another job's": world.anotherJobs,
    confidential: world.confidential,
    "another organization's": world.anotherOrganizations,
    missing: nothing,
  }[variant];
  const key = `${path}, ${person.name}, ${variant}`;
  const asked = known.get(key) ?? outcomeOf(api, path, person.who, subjects);
  known.set(key, asked);
  return asked;
}

async function forEach(
  some: readonly Permission[],
  whom: readonly Person[],
  work: (path: Permission, person: Person) => Promise<void>,
): Promise<void> {
  const queue = some.flatMap((path) => whom.map((person) => ({ path, person }))).values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { path, person } of queue) await work(path, person);
    }),
  );
}

beforeAll(async () => {
  world = await makeWorld(api);
  const { org, cast, job } = world;
  await api.within(org.id, (tx) =>
    tx
      .update(memberTable)
      .set({ managerId: cast.approver.memberId })
      .where(and(eq(memberTable.orgId, org.id), eq(memberTable.id, cast.engineer.memberId))),
  );
  const member = async (
    name: string,
    column: Column,
    one: StaffMember,
    manages: StaffMember | null = null,
  ): Promise<Person> => {
    const { token } = await openSession(api, one.accountId);
    const who: Who = { ...nobody, sessionHash: tokenHash(token), orgSlug: org.slug };
    const named = { author: one, approver: one, writer: cast.second, grows: manages ?? one };
    const grows = manages === null ? "self" : "line manager";
    return { name, column, who, own: await makeSubjects(api, org, job, named), grows };
  };
  const own = await makeSubjects(api, org, job, {
    author: cast.second,
    approver: cast.third,
    writer: cast.second,
    grows: cast.second,
  });
  const link = await linkOf(api, org, own.candidateId);
  people = [
    await member("admin", "A", cast.admin),
    await member("recruiter of the job", "R", cast.recruiter),
    await member("another recruiter", "Ro", cast.otherRecruiter),
    await member("hiring manager", "M", cast.manager),
    await member("substitute", "M", cast.substitute),
    await member("interviewer", "I", cast.interviewer),
    await member("engineer", "E", cast.engineer),
    await member("manager of engineers", "E", cast.approver, cast.engineer),
    await member("auditor", "U", cast.auditor),
    await member("coordinator", "K", cast.coordinator),
    { name: "candidate", column: "C", who: { ...nobody, candidateLink: link }, own, grows: "self" },
  ];
});

function named(name: string): Person {
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

describe("law 15: the table of permissions of the design", () => {
  it("has a row for every procedure, and none has two meanings", () => {
    expect(paths.filter((path) => ![...INSIDE, ...UNIVERSAL].includes(path))).toEqual([]);
    expect(UNIVERSAL.filter((path) => INSIDE.includes(path))).toEqual([]);
    expect(onSubject.length).toBeGreaterThan(50);
  });

  it.each<Inside>(["own", "another's", "another job's", "confidential"])(
    "is kept by every procedure, for every role and duty, on a subject that is %s",
    async (variant) => {
      const wrong: string[] = [];
      await forEach(variant === "own" ? inside : onSubject, people, async (path, person) => {
        const outcome = await meets(path, person, variant);
        if (isAllowed(person, path, variant)) {
          // On their own subject each member owes a scorecard, so an offer and feedback there are
          // sealed (law 1).
          const judges = /^(offer|feedback)\./.test(path);
          const sealed = variant === "own" && person.column !== "C" && judges;
          if (outcome !== (sealed ? "sealed" : "through"))
            wrong.push(`${path}, ${person.name}: ${outcome}`);
          return;
        }
        const unseen =
          person.column === "C" ||
          (isPairs(path) ? variant !== "own" : variant === "confidential" && person.column !== "A");
        const same = !unseen || outcome === (await meets(path, person, "missing"));
        const right = unseen ? isClosed(outcome) : outcome === "refused";
        if (!right || !same) wrong.push(`${path}, ${person.name}: ${outcome}, though not allowed`);
      });
      expect(wrong.toSorted()).toEqual([]);
    },
  );
});

describe("law 12: another organization's subject and one that does not exist", () => {
  it("look the same to everyone, and open to nobody", async () => {
    const wrong: string[] = [];
    await forEach(onSubject, people, async (path, person) => {
      const foreign = await meets(path, person, "another organization's");
      const none = await meets(path, person, "missing");
      const mine = await meets(path, person, "own");
      const right = isClosed(mine) ? isClosed(foreign) : foreign === "hidden";
      if (foreign !== none || !right) wrong.push(`${path}, ${person.name}: ${foreign}, ${none}`);
    });
    expect(wrong.toSorted()).toEqual([]);
  });

  it("and so do its pages and those of none", async () => {
    const wrong: string[] = [];
    const staff = people.filter((person) => person.column !== "C");
    await forEach(inside, staff, async (path, person) => {
      for (const orgSlug of [world.otherOrg.slug, "no-such-organization"]) {
        const outcome = await outcomeOf(api, path, { ...person.who, orgSlug }, person.own);
        // A candidate's own page asks for their link before it asks for an organization.
        const right = OWN_PAGE.includes(path) ? "refused" : "hidden";
        if (outcome !== right) wrong.push(`${path}, ${person.name}, ${orgSlug}: ${outcome}`);
      }
    });
    expect(wrong.toSorted()).toEqual([]);
  });
});

describe("who is not signed in", () => {
  it("is let through to the public procedures and to no other", async () => {
    const wrong: string[] = [];
    for (const path of paths) {
      const open = PUBLIC.includes(path) || BEFORE_SIGN_IN.includes(path);
      const here = await outcomeOf(api, path, nobody, world.anothers, world.org.slug);
      if (here !== (open ? "through" : "refused")) wrong.push(`${path}: ${here}`);
      if (!PUBLIC.includes(path)) continue;
      const nowhere = await outcomeOf(api, path, nobody, world.anothers, "no-such-organization");
      if (nowhere !== "hidden") wrong.push(`${path}, nowhere: ${nowhere}`);
    }
    expect(wrong).toEqual([]);
  });

  it("hears of it before the input is read, over HTTP as well", async () => {
    const wrong: string[] = [];
    for (const { path, type } of procedures()) {
      if (PUBLIC.includes(path) || BEFORE_SIGN_IN.includes(path)) continue;
      const { status } = await api.call(path, { nonsense: true });
      if (status !== 401) wrong.push(`${type} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it("reaches their own account once they are", async () => {
    for (const path of paths.filter((one) => OWN_ACCOUNT.includes(one))) {
      expect(await outcomeOf(api, path, named("auditor").who, nothing)).toBe("through");
    }
  });
});

describe("law 15: an access token", () => {
  /** The same people, by tokens with these scopes of every one that there is. */
  async function byToken(keep: (scope: Permission) => boolean): Promise<Person[]> {
    const { org, cast } = world;
    const owners = [
      ["admin", cast.admin],
      ["recruiter of the job", cast.recruiter],
      ["another recruiter", cast.otherRecruiter],
      ["hiring manager", cast.manager],
      ["interviewer", cast.interviewer],
      ["auditor", cast.auditor],
    ] as const;
    return Promise.all(
      owners.map(async ([name, one]) => {
        const { text } = await tokenOf(api, org, one, PERSONAL_SCOPES.filter(keep));
        return { ...named(name), who: { ...nobody, bearer: text } };
      }),
    );
  }

  it.each(["own", "confidential", "another organization's", "missing"] as const)(
    "of every scope meets what its member's session meets, and nothing that is in no scope: %s",
    async (variant) => {
      const wrong: string[] = [];
      const subjects = { own: null, confidential: world.confidential, missing: nothing };
      await forEach(inside, await byToken(() => true), async (path, person) => {
        const of =
          variant === "another organization's" ? world.anotherOrganizations : subjects[variant];
        const outcome = await outcomeOf(api, path, person.who, of ?? person.own, world.org.slug);
        const session = await meets(path, named(person.name), variant);
        const scopable = PERSONAL_SCOPES.includes(path);
        if (outcome !== (scopable ? session : "refused")) {
          wrong.push(`${path}, ${person.name}: ${outcome}, by session ${session}`);
        }
      });
      expect(wrong.toSorted()).toEqual([]);
    },
  );

  it("meets nothing out of its scopes, and of a scope's half nothing of the other", async () => {
    const wrong: string[] = [];
    const half = (scope: Permission) => PERSONAL_SCOPES.indexOf(scope) % 2 === 0;
    await forEach(inside, await byToken(half), async (path, person) => {
      const outcome = await outcomeOf(api, path, person.who, person.own);
      const within = PERSONAL_SCOPES.includes(path) && half(path);
      const wanted = within ? await meets(path, named(person.name), "own") : "refused";
      if (outcome !== wanted) wrong.push(`${path}, ${person.name}: ${outcome}`);
    });
    expect(wrong.toSorted()).toEqual([]);
  });

  it("opens nothing to who is not signed in beyond what is its own", async () => {
    const [person] = await byToken(() => true);
    if (person === undefined) throw new Error("There is nobody.");
    for (const path of [...PUBLIC, ...BEFORE_SIGN_IN, ...OWN_ACCOUNT]) {
      const found = paths.find((one) => one === path);
      if (found === undefined) continue;
      const outcome = await outcomeOf(api, found, person.who, nothing, world.org.slug);
      expect(outcome, path).toBe(path === "identity.me" ? "through" : "refused");
    }
  });
});

describe("law 7: a conflict of interest", () => {
  it("keeps who referred the candidate from judging, and from nothing they may read", async () => {
    const { org, cast, job } = world;
    const wrong: string[] = [];
    for (const [name, member] of [
      ["hiring manager", cast.manager],
      ["admin", cast.admin],
    ] as const) {
      const own = await makeSubjects(api, org, job, {
        author: member,
        approver: member,
        writer: cast.second,
      });
      await makeRelation(api, org, own.candidateId, member, "referral");
      for (const path of onSubject) {
        const before = await meets(path, named(name), "own");
        const outcome = await outcomeOf(api, path, named(name).who, own);
        const judges = IMPARTIAL.includes(path) && !isClosed(before);
        if (judges && outcome !== "conflict") wrong.push(`${path}, ${name}: ${outcome}`);
        if (READ_IN_CONFLICT.includes(path) && outcome !== before) wrong.push(`${path}, ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("hides a job from a member whose own application to it is active, whatever their roles", async () => {
    const { org, cast } = world;
    const mine = await makeSubjects(api, org, world.job, {
      author: cast.second,
      approver: cast.second,
      writer: cast.third,
    });
    await makeRelation(api, org, mine.candidateId, cast.manager, "self");
    await makeRelation(api, org, mine.candidateId, cast.admin, "self");
    const ofJob = onSubject.filter(
      (path) => permissionRow(path).on !== "candidate" && !isPairs(path),
    );
    const seen: string[] = [];
    await forEach(ofJob, [named("admin"), named("hiring manager")], async (path, person) => {
      const outcome = await outcomeOf(api, path, person.who, person.own);
      const none = await meets(path, person, "missing");
      if (outcome !== none || !isClosed(outcome)) seen.push(`${path}, ${person.name}: ${outcome}`);
    });
    expect(seen.toSorted()).toEqual([]);
    await applicationState(api, org, mine.applicationId, "withdrawn");
    expect(await outcomeOf(api, "job.show", named("admin").who, world.anothers)).toBe("through");
  });
});
