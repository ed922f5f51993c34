import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { ComparePage } from "../../../../../../features/framework/compare-page.tsx";

export const metadata: Metadata = { title: "Compare versions" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/frameworks/[frameworkId]/compare">) {
  const { org } = await params;
  const { before, after } = await searchParams;
  if (typeof before !== "string" || typeof after !== "string") notFound();
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchQuery(trpc.framework.compare.queryOptions({ beforeId: before, afterId: after }))
      }
    >
      <ComparePage org={org} beforeId={before} afterId={after} />
    </Prefetched>
  );
}
