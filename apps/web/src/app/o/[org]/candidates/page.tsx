import type { Metadata } from "next";
import { pagesOf } from "../../../../api/pages.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { CandidatesPage } from "../../../../features/candidate/candidates-page.tsx";

export const metadata: Metadata = { title: "Candidates" };

export default async function Page({ params }: PageProps<"/o/[org]/candidates">) {
  const { org } = await params;
  const input = { query: "" };
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.candidate.search.queryKey(input), (cursor) =>
            cache.fetchQuery(trpc.candidate.search.queryOptions({ ...input, cursor })),
          ),
        )
      }
    >
      <CandidatesPage org={org} />
    </Prefetched>
  );
}
