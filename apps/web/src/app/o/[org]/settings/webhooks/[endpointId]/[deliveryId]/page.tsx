import type { Metadata } from "next";
import { Prefetched } from "../../../../../../../api/prefetched.tsx";
import { DeliveryPage } from "../../../../../../../features/webhook/delivery-page.tsx";

export const metadata: Metadata = { title: "Delivery" };

export default async function Page({
  params,
}: PageProps<"/o/[org]/settings/webhooks/[endpointId]/[deliveryId]">) {
  const { org, deliveryId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchQuery(trpc.webhook.showDelivery.queryOptions({ deliveryId }))
      }
    >
      <DeliveryPage org={org} deliveryId={deliveryId} />
    </Prefetched>
  );
}
