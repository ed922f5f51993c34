import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { InterviewsPage } from "../../../../features/interview/interviews-page.tsx";

export const metadata: Metadata = { title: "Interviews" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/interviews">) {
  const { org } = await params;
  const { of } = await searchParams;
  const scope = of === "jobs" ? "jobs" : "mine";
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.interview.list.queryOptions({ scope }))}
    >
      <InterviewsPage org={org} scope={scope} />
    </Prefetched>
  );
}
