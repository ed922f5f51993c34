"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { OpenReviewDialog } from "./open-dialog.tsx";

/** A member's reviews, the newest first. */
export function ReviewsPage({ org, memberId }: { org: string; memberId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.ladder.show.queryOptions({ memberId, levelId: null, region: null }),
  );
  const [opening, setOpening] = useState(false);
  const { managing, reviews } = data;
  const open = reviews.find(({ state }) => state === "open");
  const base = `/o/${org}/growth/${memberId}/reviews`;
  const why = data.levels.length === 0 ? NO_LEVELS : data.may.openReview;
  return (
    <>
      <PageHeader
        {...growthHeading({
          org,
          mine: managing ? "manager" : "self",
          member: data.member,
          what: "Reviews",
        })}
        lead={
          open === undefined
            ? "A review has two sides, each blind to the other until both are in. None is open now."
            : `One is open, against ${open.levelName}. Write your side, or compare both.`
        }
        action={
          <MayButton label="Open a review" primary may={why} onClick={() => setOpening(true)} />
        }
      >
        <GrowthTabs
          org={org}
          memberId={memberId}
          mine={managing ? "manager" : "self"}
          at="reviews"
        />
      </PageHeader>
      <DataTable
        caption="Reviews"
        rows={reviews}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        empty={
          <EmptyState title="No review yet">
            {why === null
              ? "Open the first one: choose the level to look at, and the day by which both of you have written."
              : `${why.sentence} ${why.lift ?? ""}`}
          </EmptyState>
        }
        columns={[
          { key: "level", head: "Against", cell: (one) => one.levelName },
          {
            key: "state",
            head: "State",
            cell: (one) => <StateBadge kind="review" state={one.state} />,
          },
          { key: "due", head: "Due", cell: (one) => <ExactTime at={one.dueAt} /> },
          {
            key: "opened",
            head: "Opened",
            desk: true,
            cell: (one) => <ExactTime at={one.openedAt} />,
          },
        ]}
      />
      <OpenReviewDialog
        org={org}
        ladder={data}
        opened={opening}
        onClose={() => setOpening(false)}
      />
    </>
  );
}

const NO_LEVELS = {
  sentence: "No framework is published, so there is no level to look at.",
  lift: "An admin publishes one under Frameworks.",
  law: null,
  explanation: null,
};
