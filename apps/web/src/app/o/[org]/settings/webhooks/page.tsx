import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { WebhooksPage } from "../../../../../features/webhook/webhooks-page.tsx";

export const metadata: Metadata = { title: "Webhooks" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/webhooks">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.webhook.list.queryOptions({}))}
    >
      <WebhooksPage org={org} />
    </Prefetched>
  );
}
