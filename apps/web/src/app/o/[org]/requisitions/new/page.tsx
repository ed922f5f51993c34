import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { NewRequisitionPage } from "../../../../../features/requisition/new-requisition-page.tsx";

export const metadata: Metadata = { title: "New requisition" };

export default async function Page({ params }: PageProps<"/o/[org]/requisitions/new">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.requisition.list.queryOptions({ states: [] }))}
    >
      <NewRequisitionPage org={org} />
    </Prefetched>
  );
}
