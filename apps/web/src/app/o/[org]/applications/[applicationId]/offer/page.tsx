import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { OfferPage } from "../../../../../../features/offer/offer-page.tsx";

export const metadata: Metadata = { title: "Offer" };

export default async function Page({
  params,
}: PageProps<"/o/[org]/applications/[applicationId]/offer">) {
  const { org, applicationId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.offer.list.queryOptions({ applicationId }))}
    >
      <OfferPage org={org} applicationId={applicationId} />
    </Prefetched>
  );
}
