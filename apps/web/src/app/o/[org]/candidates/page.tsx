import type { Metadata } from "next";
import { seesContact } from "@rubric/domain/candidate/rules";
import { readMembership } from "../../../../api/me.ts";
import { pagesOf } from "../../../../api/pages.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { CandidatesPage } from "../../../../features/candidate/candidates-page.tsx";

export const metadata: Metadata = { title: "Candidates" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/candidates">) {
  const { org } = await params;
  const { q } = await searchParams;
  const input = { query: typeof q === "string" ? q.trim() : "" };
  const reader = await readMembership(org);
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
      <CandidatesPage org={org} contact={seesContact(reader?.roles ?? [])} />
    </Prefetched>
  );
}
