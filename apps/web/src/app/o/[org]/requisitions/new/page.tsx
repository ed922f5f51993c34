import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { OWN_JOBS } from "../../../../../features/requisition/own-jobs.ts";
import { NewRequisitionPage } from "../../../../../features/requisition/new-requisition-page.tsx";

export const metadata: Metadata = { title: "New requisition" };

export default async function Page({ params }: PageProps<"/o/[org]/requisitions/new">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        Promise.all([
          cache.fetchQuery(trpc.requisition.list.queryOptions({ states: [] })),
          // What one chooses from; the form says itself where that could not be read.
          cache.prefetchQuery(trpc.job.list.queryOptions(OWN_JOBS)),
          cache.prefetchQuery(trpc.framework.list.queryOptions({})),
        ])
      }
    >
      <NewRequisitionPage org={org} />
    </Prefetched>
  );
}
