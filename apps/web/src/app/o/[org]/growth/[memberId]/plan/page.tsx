import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { PlanPage } from "../../../../../../features/plan/plan-page.tsx";

export const metadata: Metadata = { title: "Plan" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/[memberId]/plan">) {
  const { org, memberId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.plan.show.queryOptions({ memberId }))}
    >
      <PlanPage org={org} memberId={memberId} />
    </Prefetched>
  );
}
