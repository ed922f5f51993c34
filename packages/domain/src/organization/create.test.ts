import { newId } from "@rubric/db";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { refusal, useHarness } from "../../test/harness.ts";
import {
  ANYONE,
  instanceActions,
  instanceCommand,
  instanceQuery,
  isOpen,
  PASSWORD,
} from "../../test/instance.ts";
import { showMe } from "../identity/index.ts";
import { createOrganization, showSignUp } from "./index.ts";
import { CreateOrganizationInput } from "./schemas.ts";

const harness = useHarness();

function input(part: Partial<z.input<typeof CreateOrganizationInput>> = {}) {
  const own = newId();
  return CreateOrganizationInput.parse({
    name: "Harbour Freight",
    address: `harbour-${own.slice(-12)}`,
    timeZone: "Europe/Berlin",
    yourName: "Mina Okafor",
    email: `mina-${own}@people.test`,
    password: PASSWORD,
    ...part,
  });
}

const signUp = () => instanceQuery(harness, ANYONE, "organization.showSignUp", showSignUp, {});

const create = (given = input(), signUp = true) =>
  instanceCommand(harness, ANYONE, "organization.create", createOrganization, given, { signUp });

describe("organization.create", () => {
  it("is open to the first and closed after it; of two firsts at once one wins", async () => {
    expect(await signUp()).toEqual({ first: true, closed: null });
    const outcomes = await Promise.allSettled([create(input(), false), create(input(), false)]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(create(input(), false))).toBe("SIGN_UP_CLOSED");
    expect(await signUp()).toMatchObject({ first: false, closed: { law: null } });
    await create(input(), true);
  });

  it("makes its admin, its settings and a framework, signs in and writes the audit entry", async () => {
    const given = input();
    const { answer, issued } = await create(given);
    expect(answer).toEqual({ orgSlug: given.address });
    expect(await isOpen(harness, issued[0] ?? "")).toBe(true);
    const { sql } = harness.connection;
    const [org] = await sql`select id from identity.organization where slug = ${given.address}`;
    const [account] = await sql`select id from identity.account where email = ${given.email}`;
    const orgId = String(org?.id);
    expect(await instanceActions(harness, orgId)).toEqual(["organization.create"]);
    const counted = await harness.within(orgId, (tx) =>
      tx.execute(`select (select time_zone from organization_settings) as zone,
        (select count(*)::int from framework_version where state = 'published') as published,
        (select roles from member) as roles`),
    );
    expect(counted[0]).toEqual({ zone: "Europe/Berlin", published: 1, roles: ["admin"] });
    const me = await instanceQuery(
      harness,
      { actor: { kind: "account", accountId: String(account?.id) }, sessionId: null },
      "identity.me",
      showMe,
      {},
    );
    expect(me.memberships).toMatchObject([{ orgSlug: given.address, roles: ["admin"] }]);
  });

  it("gives an address to one of several who ask at once", async () => {
    const { address } = input();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => create(input({ address }))),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(create(input({ address })))).toBe("SLUG_TAKEN");
  });

  it("refuses an e-mail that has an account, and a weak password, and leaves nothing behind", async () => {
    const given = input();
    await create(given);
    const second = input({ email: given.email });
    expect(await refusal(create(second))).toBe("EMAIL_TAKEN");
    const weak = input({ password: "Harbour Freight" });
    expect(await refusal(create(weak))).toBe("PASSWORD_WEAK");
    const { sql } = harness.connection;
    const left = await sql`select slug from identity.organization
      where slug in (${second.address}, ${weak.address})`;
    expect(left).toHaveLength(0);
  });

  it.each(["api", "sign-in", "join", "o", "a", "-acme", "acme-", "Acme", "a b c", "9lives"])(
    "takes no address like %s",
    (address) => {
      expect(() => input({ address })).toThrow();
    },
  );

  it("takes an e-mail in any case as the same", () => {
    expect(input({ email: " Mina@People.TEST " }).email).toBe("mina@people.test");
  });
});
