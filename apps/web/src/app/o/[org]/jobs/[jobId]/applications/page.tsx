import type { Metadata } from "next";
import { pagesOf } from "../../../../../../api/pages.ts";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { listInput, loadListFilters } from "../../../../../../features/application/list-filters.ts";
import { ListPage } from "../../../../../../features/application/list-page.tsx";

export const metadata: Metadata = { title: "Applications" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/jobs/[jobId]/applications">) {
  const { org, jobId } = await params;
  const input = listInput(jobId, await loadListFilters(searchParams));
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        Promise.all([
          cache.fetchQuery(trpc.job.show.queryOptions({ jobId })),
          cache.fetchInfiniteQuery(
            pagesOf(trpc.application.list.queryKey(input), (cursor) =>
              cache.fetchQuery(trpc.application.list.queryOptions({ ...input, cursor })),
            ),
          ),
        ])
      }
    >
      <ListPage org={org} jobId={jobId} />
    </Prefetched>
  );
}
