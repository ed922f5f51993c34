import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { inputOf, shownAt } from "../../../../../../features/webhook/shown.ts";
import { WebhookPage } from "../../../../../../features/webhook/webhook-page.tsx";

export const metadata: Metadata = { title: "Webhook" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/settings/webhooks/[endpointId]">) {
  const { org, endpointId } = await params;
  const shown = shownAt(endpointId, await searchParams);
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        await Promise.all([
          cache.fetchQuery(trpc.webhook.list.queryOptions({})),
          cache.fetchQuery(trpc.webhook.listDeliveries.queryOptions(inputOf(shown))),
        ]);
      }}
    >
      <WebhookPage org={org} shown={shown} />
    </Prefetched>
  );
}
