import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
  let url = "";
  let app: FastifyInstance | null = null;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    app = await makeApp(
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
  });
  afterAll(async () => {
    await app?.close();
  });
  return {
    harness,
    get url() {
      return url;
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

/** The links in the API's own e-mails name its address, so that it is known before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
