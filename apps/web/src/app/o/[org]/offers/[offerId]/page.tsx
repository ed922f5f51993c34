import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { ApprovalPage } from "../../../../../features/offer/approval-page.tsx";

export const metadata: Metadata = { title: "Offer to approve" };

export default async function Page({ params }: PageProps<"/o/[org]/offers/[offerId]">) {
  const { org, offerId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.offer.show.queryOptions({ offerId }))}
    >
      <ApprovalPage org={org} offerId={offerId} />
    </Prefetched>
  );
}
