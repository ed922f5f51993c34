import type { Metadata } from "next";
import { readMembership } from "../../../../../api/me.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { opensFor } from "../../../../../features/ladder/opens.ts";
import { TeamPage } from "../../../../../features/ladder/team-page.tsx";

export const metadata: Metadata = { title: "My team" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/team">) {
  const { org } = await params;
  const reader = await readMembership(org);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.ladder.listTeam.queryOptions({}))}
    >
      <TeamPage org={org} ownId={reader?.memberId ?? null} opens={opensFor(reader?.roles ?? [])} />
    </Prefetched>
  );
}
