import type { Metadata } from "next";
import { readMe } from "../../../../api/me.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { InterviewsPage } from "../../../../features/interview/interviews-page.tsx";

export const metadata: Metadata = { title: "Interviews" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/interviews">) {
  const { org } = await params;
  const { of } = await searchParams;
  const scope = of === "jobs" || of === "mine" ? of : await usualScope(org);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.interview.list.queryOptions({ scope }))}
    >
      <InterviewsPage org={org} scope={scope} />
    </Prefetched>
  );
}

/** Who schedules and does not interview comes for the interviews of their jobs. */
async function usualScope(org: string): Promise<"mine" | "jobs"> {
  const me = await readMe();
  const roles = me?.memberships.find((one) => one.orgSlug === org)?.roles ?? [];
  const schedules = roles.some((role) =>
    ["recruiter", "coordinator", "hiring_manager"].includes(role),
  );
  return schedules && !roles.includes("interviewer") ? "jobs" : "mine";
}
