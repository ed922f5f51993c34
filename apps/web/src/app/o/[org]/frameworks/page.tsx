import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { FrameworksPage } from "../../../../features/framework/frameworks-page.tsx";

export const metadata: Metadata = { title: "Frameworks" };

export default async function Page({ params }: PageProps<"/o/[org]/frameworks">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.framework.list.queryOptions({}))}
    >
      <FrameworksPage org={org} />
    </Prefetched>
  );
}
