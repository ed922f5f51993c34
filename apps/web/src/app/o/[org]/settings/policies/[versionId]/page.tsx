import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { casesAt } from "../../../../../../features/policy/cases-shown.ts";
import { Cases } from "./cases.tsx";

export const metadata: Metadata = { title: "What would change" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/settings/policies/[versionId]">) {
  const { org, versionId } = await params;
  const shown = casesAt(versionId, await searchParams);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.policy.listCases.queryOptions(shown))}
    >
      <Cases org={org} shown={shown} />
    </Prefetched>
  );
}
