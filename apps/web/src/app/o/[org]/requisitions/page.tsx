import type { Metadata } from "next";
import { pagesOf } from "../../../../api/pages.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import {
  loadRequisitionsFilters,
  requisitionsInput,
} from "../../../../features/requisition/filters.ts";
import { RequisitionsPage } from "../../../../features/requisition/requisitions-page.tsx";

export const metadata: Metadata = { title: "Requisitions" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/requisitions">) {
  const { org } = await params;
  const input = requisitionsInput(await loadRequisitionsFilters(searchParams));
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.requisition.list.queryKey(input), (cursor) =>
            cache.fetchQuery(trpc.requisition.list.queryOptions({ ...input, cursor })),
          ),
        )
      }
    >
      <RequisitionsPage org={org} />
    </Prefetched>
  );
}
