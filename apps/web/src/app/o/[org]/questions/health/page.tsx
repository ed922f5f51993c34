import type { Metadata } from "next";
import { pagesOf } from "../../../../../api/pages.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { firstHealth } from "../../../../../features/question/filters.ts";
import { HealthPage } from "../../../../../features/question/health-page.tsx";

export const metadata: Metadata = { title: "How questions do" };

export default async function Page({ params }: PageProps<"/o/[org]/questions/health">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.insight.listQuestions.queryKey(firstHealth), (cursor) =>
            cache.fetchQuery(trpc.insight.listQuestions.queryOptions({ ...firstHealth, cursor })),
          ),
        )
      }
    >
      <HealthPage org={org} />
    </Prefetched>
  );
}
