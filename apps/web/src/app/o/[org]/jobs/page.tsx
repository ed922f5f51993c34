import type { Metadata } from "next";
import { pagesOf } from "../../../../api/pages.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { jobsInput, loadJobsFilters } from "../../../../features/job/jobs-filters.ts";
import { JobsPage } from "../../../../features/job/jobs-page.tsx";

export const metadata: Metadata = { title: "Jobs" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/jobs">) {
  const { org } = await params;
  const input = jobsInput(await loadJobsFilters(searchParams));
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.job.list.queryKey(input), (cursor) =>
            cache.fetchQuery(trpc.job.list.queryOptions({ ...input, cursor })),
          ),
        )
      }
    >
      <JobsPage org={org} />
    </Prefetched>
  );
}
