import { makeHandshake } from "@rubric/contract/handshake";
import type { Manifest } from "@rubric/contract/manifest";
import { expect, it } from "vitest";
import { PUBLIC_URL, useApi } from "../../test/api.ts";
import { ownManifest } from "../contract/own.ts";

const own = ownManifest(new Date("2026-02-01T00:00:00Z"));
const me = own.procedures["identity.me"];
if (me === undefined) throw new Error("There is no identity.me.");
const id = (digit: string) => digit.repeat(16);

/** A release in which `identity.me` was another, and which had a procedure more. */
const older: Manifest = {
  ...own,
  contractId: id("a"),
  releasedAt: "2026-01-01T00:00:00Z",
  procedures: {
    ...own.procedures,
    "identity.me": { ...me, digest: id("a").repeat(4) },
    "identity.whoAmI": me,
  },
};

const broken = () => new Set(["identity.me", "identity.whoAmI"]);
const api = useApi({ handshake: makeHandshake(own, [older], broken, {}) });

const call = (address: string, contract: string | null) =>
  api.app.inject({
    method: "POST",
    url: `/api/v1/${address}`,
    headers: {
      "content-type": "application/json",
      origin: PUBLIC_URL,
      ...(contract === null ? {} : { "x-contract": contract }),
    },
    payload: "{}",
  });

const OLDER = `${older.contractId};${older.releasedAt}`;
const YOUNGER = `${id("b")};2026-03-01T00:00:00Z`;

it("an older client is told so where the procedure changed, before its input is read", async () => {
  const answer = await call("identity/me", OLDER);
  expect(answer.statusCode).toBe(412);
  const skew = { kind: "client-outdated", procedure: "identity.me" };
  expect(answer.json()).toMatchObject({ code: "CLIENT_OUTDATED", skew });
  expect((await call("identity/me", null)).statusCode).toBe(401);
  expect((await call("identity/listSessions", OLDER)).statusCode).toBe(401);
});

it("a procedure that was removed is skew to who knew it, and nothing to anyone else", async () => {
  const removed = await call("identity/whoAmI", OLDER);
  expect(removed.statusCode).toBe(412);
  expect(removed.json()).toMatchObject({
    skew: { kind: "client-outdated", procedure: "identity.whoAmI" },
  });
  expect((await call("identity/whoAmI", null)).statusCode).toBe(404);
});

it("a younger client is asked to come back", async () => {
  const answer = await call("identity/whatIsNew", YOUNGER);
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["retry-after"]).toBe("1");
  expect(answer.json()).toMatchObject({ code: "SERVER_BEHIND", skew: { kind: "server-behind" } });
});
