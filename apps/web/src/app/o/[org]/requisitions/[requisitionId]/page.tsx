import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RequisitionPage } from "../../../../../features/requisition/requisition-page.tsx";

export const metadata: Metadata = { title: "Requisition" };

export default async function Page({ params }: PageProps<"/o/[org]/requisitions/[requisitionId]">) {
  const { org, requisitionId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchQuery(trpc.requisition.show.queryOptions({ requisitionId }))
      }
    >
      <RequisitionPage org={org} requisitionId={requisitionId} />
    </Prefetched>
  );
}
