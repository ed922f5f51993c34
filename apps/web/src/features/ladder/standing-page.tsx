"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** Where a member stands on the ladder. */
export function StandingPage({
  org,
  input,
}: {
  org: string;
  input: { memberId: string; levelId: string | null; region: string | null };
}) {
  const { data } = useSuspenseQuery(useTRPC().ladder.show.queryOptions(input));
  return (
    <PageHeader
      title={data.member.name}
      lead={data.placed?.name ?? "Not placed on the ladder yet."}
    >
      <GrowthTabs org={org} memberId={input.memberId} at="standing" />
    </PageHeader>
  );
}
