import { newId } from "@rubric/db";
import { application, candidate, disclosure, jobPost, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { columnsOfPost } from "../src/job/posts.ts";
import { fullPost } from "./jobs.ts";
import type { ApplyInput } from "../src/candidate/schemas.ts";
import type { Cast, MadeJob, Rows } from "./factories.ts";
import type { Org } from "../src/context.ts";

type Post = typeof jobPost.$inferInsert;

/** A published post of a made job, with a range and two questions. */
export async function makePost(
  rows: Rows,
  { org, cast }: { org: Org; cast: Cast },
  made: Pick<MadeJob, "jobId">,
  over: Partial<Post> = {},
): Promise<{ postId: string }> {
  const postId = newId();
  const at = new Date();
  await rows.within(org.id, async (tx) => {
    await tx.insert(jobPost).values({
      orgId: org.id,
      id: postId,
      jobId: made.jobId,
      number: 1,
      state: "published",
      title: "Backend Engineer, Payments",
      body: "You keep the ledger right.",
      payMinMinor: 6_500_000,
      payMaxMinor: 8_500_000,
      payCurrency: "EUR",
      locations: ["DE-BE"],
      workplace: "hybrid",
      closingDate: null,
      privacyNotice: "We keep what you send for six months.",
      questions: [
        { key: "permit", text: "May you work in Germany?", required: true, eligibility: true },
        { key: "start", text: "When could you start?", required: false },
      ],
      createdAt: at,
      publishedAt: at,
      publishedBy: cast.recruiter.memberId,
      ...over,
    });
  });
  return { postId };
}

/** An application as the form on a made post sends it. */
export function applyInput(
  org: Org,
  made: { jobSlug: string; postId: string },
  over: Partial<z.infer<typeof ApplyInput>> = {},
): z.infer<typeof ApplyInput> {
  return {
    slug: org.slug,
    jobSlug: made.jobSlug,
    postId: made.postId,
    name: "Ada Applicant",
    email: `${newId()}@people.test`,
    phone: "+49 30 1234",
    links: ["https://ada.example/code"],
    answers: [{ key: "permit", answer: "Yes" }],
    uploadId: null,
    resume: null,
    ...over,
  };
}

/** The part of the address under which a made job stands. */
export function slugOf(made: Pick<MadeJob, "jobId">): string {
  return `backend-${made.jobId.slice(-8)}`;
}

/** A PDF of a few lines, as a program writes it. */
export function pdfBytes(text = "Curriculum vitae"): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    "latin1",
  );
}

/** Everything that is stored of whoever applied with an address. */
export const storedOf = (rows: Rows, org: Org, email: string) =>
  rows.within(org.id, async (tx) => {
    const [person] = await tx
      .select()
      .from(candidate)
      .where(and(eq(candidate.orgId, org.id), eq(candidate.email, email)));
    const applications = await tx
      .select()
      .from(application)
      .where(eq(application.candidateId, person?.id ?? newId()));
    const shown = await tx
      .select()
      .from(disclosure)
      .where(eq(disclosure.applicationId, applications[0]?.id ?? newId()));
    const letters = await tx
      .select()
      .from(mail)
      .where(eq(mail.recipientId, person?.id ?? newId()));
    return { person, applications, shown, letters };
  });

/** A post of a job in one of its states. */
export async function makePostIn(
  harness: Rows,
  org: Org,
  jobId: string,
  state: Post["state"],
  number = 1,
): Promise<string> {
  const id = newId();
  const at = new Date();
  await harness.within(org.id, (tx) =>
    tx.insert(jobPost).values({
      orgId: org.id,
      id,
      jobId,
      number,
      state,
      ...columnsOfPost(fullPost),
      createdAt: at,
      publishedAt: state === "draft" ? null : at,
      unpublishedAt: state === "unpublished" ? at : null,
    }),
  );
  return id;
}

/** A post as it is stored. */
export async function readPost(harness: Rows, org: Org, id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(jobPost)
      .where(and(eq(jobPost.orgId, org.id), eq(jobPost.id, id))),
  );
  return row;
}
