import type { Metadata } from "next";
import { readMe } from "../../../../../api/me.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { MembersPage } from "../../../../../features/organization/members-page.tsx";

export const metadata: Metadata = { title: "Members" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/members">) {
  const { org } = await params;
  const own = (await readMe())?.memberships.find((one) => one.orgSlug === org);
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        await Promise.all([
          cache.fetchQuery(trpc.organization.listMembers.queryOptions({})),
          cache.fetchQuery(trpc.organization.listHired.queryOptions({})),
        ]);
      }}
    >
      <MembersPage org={org} ownId={own?.memberId ?? ""} />
    </Prefetched>
  );
}
