import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { JobPostsPage } from "../../../../../../features/job/job-posts-page.tsx";

export const metadata: Metadata = { title: "Posts" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/[jobId]/posts">) {
  const { org, jobId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.job.show.queryOptions({ jobId }))}
    >
      <JobPostsPage org={org} jobId={jobId} />
    </Prefetched>
  );
}
