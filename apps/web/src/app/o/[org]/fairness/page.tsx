import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { FairnessPage } from "../../../../features/fairness/fairness-page.tsx";

export const metadata: Metadata = { title: "Adverse impact" };

export default async function Page({ params }: PageProps<"/o/[org]/fairness">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.fairness.show.queryOptions({}))}
    >
      <FairnessPage org={org} />
    </Prefetched>
  );
}
