import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { PoliciesPage } from "../../../../../features/policy/policies-page.tsx";

export const metadata: Metadata = { title: "Policies" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/policies">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.policy.list.queryOptions({}))}
    >
      <PoliciesPage org={org} />
    </Prefetched>
  );
}
