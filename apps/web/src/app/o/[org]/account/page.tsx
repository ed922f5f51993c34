import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { AccountPage } from "../../../../features/identity/account-page.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function Page({ params }: PageProps<"/o/[org]/account">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.identity.listSessions.queryOptions({}))}
    >
      <AccountPage org={org} />
    </Prefetched>
  );
}
