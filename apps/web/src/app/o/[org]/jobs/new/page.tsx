import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { NewJobPage } from "../../../../../features/job/new-job-page.tsx";

export const metadata: Metadata = { title: "New job" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/jobs/new">) {
  const { org } = await params;
  const { requisition } = await searchParams;
  const requisitionId = typeof requisition === "string" ? requisition : null;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        Promise.all([
          cache.fetchQuery(trpc.framework.list.queryOptions({})),
          cache.fetchQuery(trpc.organization.pickMembers.queryOptions({})),
          cache.fetchQuery(trpc.identity.me.queryOptions({})),
          requisitionId === null
            ? null
            : cache.fetchQuery(trpc.requisition.show.queryOptions({ requisitionId })),
        ])
      }
    >
      <NewJobPage org={org} requisitionId={requisitionId} />
    </Prefetched>
  );
}
