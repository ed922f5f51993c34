import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { JobPlanPage } from "../../../../../../features/job/job-plan-page.tsx";

export const metadata: Metadata = { title: "Plan" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/[jobId]/plan">) {
  const { org, jobId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.job.show.queryOptions({ jobId }))}
    >
      <JobPlanPage org={org} jobId={jobId} />
    </Prefetched>
  );
}
