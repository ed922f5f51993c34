import { createServer } from "node:http";
import { makeApp } from "@rubric/api/app";
import type { Org, StaffMember } from "@rubric/domain/context";
import { newToken, tokenHash } from "@rubric/domain/identity";
import type { Permission } from "@rubric/domain/permissions";
import { newId } from "@rubric/db";
import { link } from "@rubric/db/schema";
import { afterAll, beforeAll } from "vitest";
import { useHarness } from "../../domain/test/harness.ts";
import { makeToken } from "../../domain/test/tokens.ts";
import { PERSONAL_SCOPES } from "@rubric/domain/token/rules";
import type { FastifyInstance } from "fastify";

type Options = Parameters<typeof makeApp>[2];

/** Rubric's API on a database of its own, listening on the loopback. */
export function useRubric(more: Options = {}) {
  const harness = useHarness();
  const state: { app?: FastifyInstance; url?: string } = {};
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const app = await makeApp(
      harness.deps,
      {
        PUBLIC_URL: url,
        WEB_URL: undefined,
        TRUSTED_PROXIES: "",
        VISITOR_KEY: "the key of the door of these tests",
        LOG_LEVEL: "silent",
        NODE_ENV: "test",
      },
      more,
    );
    await app.listen({ port, host: "127.0.0.1" });
    Object.assign(state, { app, url });
  });
  afterAll(async () => {
    await state.app?.close();
  });
  return {
    harness,
    get url() {
      if (state.url === undefined) throw new Error("The API is opened in beforeAll.");
      return state.url;
    },
    /** An access token of a member with all scopes, or with those that are named. */
    async tokenOf(org: Org, one: StaffMember, scopes: readonly Permission[] = PERSONAL_SCOPES) {
      const { text } = await makeToken(harness, org, one, scopes, { name: newId() });
      if (text === null) throw new Error("The token was not told.");
      return text;
    },
    /** The secret of a candidate's own page, as their e-mail carries it. */
    async linkOf(org: Org, candidateId: string): Promise<string> {
      const token = newToken();
      await harness.within(org.id, (tx) =>
        tx.insert(link).values({
          tokenHash: tokenHash(token),
          kind: "candidate",
          orgId: org.id,
          subjectId: candidateId,
          createdAt: new Date(),
          expiresAt: new Date(Date.now() + 86_400_000),
        }),
      );
      return token;
    },
  };
}

/** The gate of origins asks for the API's own address, so that it is chosen before it listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("There is no free port.");
  return address.port;
}
