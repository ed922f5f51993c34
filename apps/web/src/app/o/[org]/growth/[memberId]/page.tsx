import type { Metadata } from "next";
import { readMembership } from "../../../../../api/me.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { opensFor } from "../../../../../features/ladder/opens.ts";
import { StandingPage } from "../../../../../features/ladder/standing-page.tsx";

export const metadata: Metadata = { title: "Standing" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/growth/[memberId]">) {
  const { org, memberId } = await params;
  const { level, region } = await searchParams;
  const input = {
    memberId,
    levelId: typeof level === "string" ? level : null,
    region: typeof region === "string" ? region : null,
  };
  const reader = await readMembership(org);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.ladder.show.queryOptions(input))}
    >
      <StandingPage org={org} input={input} opens={opensFor(reader?.roles ?? [])} />
    </Prefetched>
  );
}
