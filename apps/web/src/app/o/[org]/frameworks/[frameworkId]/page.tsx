import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { FrameworkPage } from "../../../../../features/framework/framework-page.tsx";

export const metadata: Metadata = { title: "Framework" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/frameworks/[frameworkId]">) {
  const { org, frameworkId } = await params;
  const { version } = await searchParams;
  const versionId = typeof version === "string" ? version : null;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchQuery(trpc.framework.show.queryOptions({ frameworkId, versionId }))
      }
    >
      <FrameworkPage org={org} frameworkId={frameworkId} versionId={versionId} />
    </Prefetched>
  );
}
