import type { Reader } from "@rubric/db";
import { application, candidate } from "@rubric/db/schema";
import { and, eq, isNull, ne } from "drizzle-orm";

/** The names of a job's other candidates; none of whom is called the same. */
export async function othersOf(
  { read, org }: { read: Reader; org: { id: string } },
  { jobId, candidateId }: { jobId: string; candidateId: string },
): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: candidate.id, name: candidate.name })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, org.id),
        eq(application.jobId, jobId),
        ne(application.candidateId, candidateId),
        isNull(candidate.erasedAt),
      ),
    );
  const [own] = await read
    .select({ name: candidate.name })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)));
  const same = folded(own?.name ?? "");
  return rows.map(({ name }) => name).filter((name) => folded(name) !== same);
}

/** The first of these people whose whole name stands in a text; a single word is nobody's alone. */
export function whoIsNamed(text: string, names: readonly string[]): string | null {
  const words = ` ${folded(text)} `;
  return (
    names.find((name) => {
      const whole = folded(name);
      return whole.includes(" ") && words.includes(` ${whole} `);
    }) ?? null
  );
}

/** Words without case, accents and the signs between them. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
