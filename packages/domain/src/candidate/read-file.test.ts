import { newId } from "@rubric/db";
import { application, file } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import { readFile } from "./read-file.ts";

const harness = useHarness();

it("hands out a CV through both applications after a transfer took it along", async () => {
  const { org, cast } = await makeOrg(harness);
  const made = await makeJob(harness, { org, cast });
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const fileId = newId();
  const earlierId = newId();
  await harness.within(org.id, async (tx) => {
    await tx.insert(file).values({
      orgId: org.id,
      id: fileId,
      candidateId,
      name: "cv.pdf",
      mediaType: "application/pdf",
      size: 2,
      sha256: "0".repeat(64),
      bytes: Buffer.from("cv"),
      createdAt: new Date(),
    });
    const [row] = await tx
      .update(application)
      .set({ cvFileId: fileId })
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)))
      .returning();
    if (row === undefined) throw new Error("The application is gone.");
    const ended = {
      state: "transferred",
      stateReason: "transferred",
      endedAt: new Date(),
    } as const;
    await tx.insert(application).values({ ...row, ...ended, id: earlierId });
  });
  for (const id of [applicationId, earlierId]) {
    const input = { applicationId: id, fileId };
    const read = await query(harness, org, cast.recruiter, "candidate.readFile", readFile, input);
    expect(read.name).toBe("cv.pdf");
  }
});
