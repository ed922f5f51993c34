import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { ApprovalsPage } from "../../../../../features/approval/approvals-page.tsx";

export const metadata: Metadata = { title: "Approvals" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/approvals">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.approval.showFlow.queryOptions({}))}
    >
      <ApprovalsPage org={org} />
    </Prefetched>
  );
}
