import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RulesPage } from "../../../../../features/rulebook/rules-page.tsx";

export const metadata: Metadata = { title: "Rules" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/rules">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.policy.listRules.queryOptions({}))}
    >
      <RulesPage org={org} />
    </Prefetched>
  );
}
