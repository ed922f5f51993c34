import { application } from "@rubric/db/schema";
import { LIMITS } from "@rubric/domain/limits";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeApplication, makeJob, makeOrg } from "../../../../packages/domain/test/factories.ts";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../../test/api.ts";
import { makeApp } from "../app.ts";

const api = useApi();
/** An id that the database takes and no schema of ours does: it is of no version of UUIDs. */
const NO_ID = "00000000-0000-0000-0000-00000000abcd";

describe("the door of our clients", () => {
  it("lets no 500 leave without a line in the log, also where only the answer was wrong", async () => {
    const { org, cast } = await makeOrg(api);
    const job = await makeJob(api, { org, cast });
    const { applicationId } = await makeApplication(api, org, job);
    await api.within(org.id, async (tx) => {
      const [row] = await tx.select().from(application).where(eq(application.id, applicationId));
      if (row === undefined) throw new Error("There is no application.");
      await tx
        .insert(application)
        .values({ ...row, id: NO_ID, state: "rejected", endedAt: sql`now()` });
    });
    const { token } = await openSession(api, cast.recruiter.accountId);
    const lines: string[] = [];
    const { db, look } = api.connection;
    const app = await makeApp(
      { db, look, limits: LIMITS, enqueue: async () => {} },
      {
        PUBLIC_URL,
        WEB_URL: undefined,
        TRUSTED_PROXIES: "",
        VISITOR_KEY,
        LOG_LEVEL: "info",
        NODE_ENV: "test",
      },
      { stream: { write: (line) => void lines.push(line) } },
    );
    const ask = (state: string) =>
      app.inject({
        method: "POST",
        url: "/api/trpc/application.list",
        headers: {
          "content-type": "application/json",
          origin: PUBLIC_URL,
          cookie: `rubric_session=${token}`,
          "x-org": org.slug,
        },
        payload: JSON.stringify({ jobId: job.jobId, stageId: null, state }),
      });
    expect((await ask("active")).statusCode).toBe(200);
    expect(lines).toHaveLength(1);
    const failed = await ask("rejected");
    expect(failed.statusCode).toBe(500);
    expect(failed.body).not.toContain(NO_ID);
    const logged = lines.slice(1).join("");
    expect(logged).toContain("application.list could not be answered");
    expect(logged).toContain('"level":50');
    await app.close();
  });
});
