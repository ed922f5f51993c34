import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { TokensPage } from "../../../../../features/token/tokens-page.tsx";

export const metadata: Metadata = { title: "Access tokens" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/tokens">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.token.list.queryOptions({}))}
    >
      <TokensPage org={org} />
    </Prefetched>
  );
}
