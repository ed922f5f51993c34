import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RulesPage } from "../../../../../features/rulebook/rules-page.tsx";

export const metadata: Metadata = { title: "Rules" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/rules">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        const { maySettings } = await cache.fetchQuery(trpc.policy.listRules.queryOptions({}));
        if (maySettings) await cache.fetchQuery(trpc.policy.list.queryOptions({}));
      }}
    >
      <RulesPage org={org} />
    </Prefetched>
  );
}
