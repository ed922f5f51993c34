"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** One review. */
export function ReviewPage({ org, reviewId }: { org: string; reviewId: string }) {
  const { data } = useSuspenseQuery(useTRPC().review.show.queryOptions({ reviewId }));
  return (
    <PageHeader title={data.member.name}>
      <GrowthTabs org={org} memberId={data.member.id} at="reviews" />
    </PageHeader>
  );
}
