"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** A member's reviews. */
export function ReviewsPage({ org, memberId }: { org: string; memberId: string }) {
  const { data } = useSuspenseQuery(
    useTRPC().ladder.show.queryOptions({ memberId, levelId: null, region: null }),
  );
  return (
    <PageHeader title={data.member.name} lead={`${data.reviews.length} reviews`}>
      <GrowthTabs org={org} memberId={memberId} at="reviews" />
    </PageHeader>
  );
}
