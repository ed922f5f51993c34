import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readMe, readMembership } from "../../../../api/me.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { ToSignIn } from "../../../../api/to-sign-in.tsx";
import { opensFor } from "../../../../features/ladder/opens.ts";
import { OwnGrowth } from "../../../../features/ladder/own-growth.tsx";
import { growsOthers } from "../../../../features/ladder/words.ts";

export const metadata: Metadata = { title: "Growth" };

/** Growth is one's own first, or one's team for who manages and stands on no ladder. */
export default async function Page({ params }: PageProps<"/o/[org]/growth">) {
  const { org } = await params;
  if ((await readMe()) === null) return <ToSignIn />;
  const own = await readMembership(org);
  if (own === null) notFound();
  const input = { memberId: own.memberId, levelId: null, region: null };
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        const ladder = await cache.fetchQuery(trpc.ladder.show.queryOptions(input));
        if (growsOthers(ladder)) await cache.fetchQuery(trpc.ladder.listTeam.queryOptions({}));
      }}
    >
      <OwnGrowth org={org} input={input} opens={opensFor(own.roles)} />
    </Prefetched>
  );
}
