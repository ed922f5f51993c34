import { candidate } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { query, refusal, useHarness } from "../../test/harness.ts";
import { useKeeping } from "../../test/keeping.ts";
import { listDue } from "./list-due.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { ended } = keeping;

describe("law 10: what is erased next", () => {
  it("is counted by day, job and reason, without names, and by whoever may read it", async () => {
    const { org, cast, berlin } = keeping.world;
    await ended(berlin, 3);
    await ended(berlin, 3);
    const list = (cursor?: string) =>
      query(harness, org, cast.admin, "retention.listDue", listDue, {
        cursor: cursor ?? null,
      });
    const first = await list();
    expect(first).toMatchObject({ looked: first.people, nextCursor: null });
    const found = first.due.find(({ jobId }) => jobId === berlin.jobId);
    expect(found).toMatchObject({ why: "maximum", applications: 2, conflict: false });
    expect(Object.keys(found ?? {}).toSorted()).toEqual(
      ["applications", "conflict", "job", "jobId", "on", "why"].toSorted(),
    );
    for (const actor of [cast.recruiter, cast.manager, cast.auditor]) {
      const asked = query(harness, org, actor, "retention.listDue", listDue, {});
      expect(await refusal(asked)).toBe("FORBIDDEN");
    }
  });

  it("looks through 500 people a page, everybody once, and nobody of another organization", async () => {
    const { org, cast } = await makeOrg(harness);
    const made = Array.from({ length: 1003 }, (_, at) => ({
      id: newId(),
      orgId: org.id,
      name: `P${at}`,
      email: `p${at}@example.test`,
      phone: "",
      headline: "",
      location: "",
      links: [],
      createdAt: new Date(),
    }));
    await harness.within(org.id, (tx) => tx.insert(candidate).values(made));
    const looked: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listDue>> = await query(
        harness,
        org,
        cast.admin,
        "retention.listDue",
        listDue,
        { cursor },
      );
      expect(page.people).toBe(1003);
      looked.push(page.looked);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(looked).toEqual([500, 500, 3]);
  });
});
