import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { JobRubricPage } from "../../../../../../features/job/job-rubric-page.tsx";

export const metadata: Metadata = { title: "Rubric" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/[jobId]/rubric">) {
  const { org, jobId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.job.show.queryOptions({ jobId }))}
    >
      <JobRubricPage org={org} jobId={jobId} />
    </Prefetched>
  );
}
