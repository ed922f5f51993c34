import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { AuditPage } from "../../../../features/audit/audit-page.tsx";
import { inputOf, readFilters } from "../../../../features/audit/filters.ts";

export const metadata: Metadata = { title: "Audit" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/audit">) {
  const { org } = await params;
  const filters = readFilters(await searchParams);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.audit.list.queryOptions(inputOf(filters)))}
    >
      <AuditPage org={org} filters={filters} />
    </Prefetched>
  );
}
