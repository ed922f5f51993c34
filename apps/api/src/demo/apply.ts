import { application, candidate } from "@rubric/db/schema";
import { applyToJob, storeUpload } from "@rubric/domain/candidate";
import { and, eq } from "drizzle-orm";
import { VISITOR } from "./acting.ts";
import { curriculumVitae } from "./cv.ts";
import type { Case, OpenJob, World } from "./journey.ts";
import { withinOrg } from "./organization.ts";
import type { Applicant } from "./people.ts";

/** Somebody applies on the public page, with a CV and the answers that the post asks for. */
export async function apply(
  world: World,
  job: OpenJob,
  person: Applicant,
  at: Date,
  turn: number,
  permit = "I may work anywhere in the European Union.",
): Promise<Case> {
  const { acting, org } = world;
  const bytes = curriculumVitae(person, turn);
  const file = { name: `${person.name}.pdf`, bytes };
  const { uploadId } = await storeUpload(acting.depsAt(at), org.slug, file);
  await acting.act(VISITOR, at, "candidate.applyToJob", applyToJob, {
    slug: org.slug,
    jobSlug: job.slug,
    postId: job.postId,
    name: person.name,
    email: person.email,
    phone: person.phone ?? `+49 30 5550 ${String(1000 + turn * 37)}`,
    links: turn % 3 === 0 ? [`https://code.example/${person.email.split("@")[0] ?? ""}`] : [],
    uploadId,
    answers: [
      { key: "permit", answer: permit },
      {
        key: "built",
        answer:
          person.built ??
          "A ledger for a marketplace: double entry, and a month-end that takes minutes. It runs without me now.",
      },
    ],
    resume: {
      basics: {
        name: person.name,
        email: person.email,
        label: person.headline,
        location: { city: person.location },
      },
    },
  });
  const ids = await idsOf(world, job.jobId, person.email);
  return { world, job, ...ids, turn, clock: at };
}

/** The application of a person to a job, by their address. */
export async function idsOf({ db, org }: World, jobId: string, email: string) {
  const [row] = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ applicationId: application.id, candidateId: candidate.id })
      .from(application)
      .innerJoin(candidate, eq(candidate.id, application.candidateId))
      .where(and(eq(candidate.email, email), eq(application.jobId, jobId))),
  );
  if (row === undefined) throw new Error(`${email} has not applied.`);
  return row;
}
