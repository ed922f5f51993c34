import { newId } from "@rubric/db";
import { member } from "@rubric/db/schema";
import type { Org, StaffMember } from "../src/context.ts";
import { memberActor } from "./harness.ts";
import type { Rows } from "./made-org.ts";

/** A new engineer of an organization, managed by someone or by nobody. */
export async function makeEngineer(
  harness: Rows,
  org: Org,
  managerId: string | null,
  name = "An Engineer",
): Promise<StaffMember> {
  const actor = memberActor(newId(), ["engineer"], name);
  await harness.within(org.id, (tx) =>
    tx.insert(member).values({
      orgId: org.id,
      id: actor.memberId,
      name,
      email: `${actor.memberId}@${org.slug}.test`,
      title: "",
      roles: ["engineer"],
      state: "active",
      managerId,
      createdAt: new Date(),
    }),
  );
  return actor;
}
