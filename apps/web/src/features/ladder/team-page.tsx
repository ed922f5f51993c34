"use client";

import { Button } from "@mantine/core";
import type { TeamView } from "@rubric/domain/ladder/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { Opens } from "./opens.ts";
import { LastCheckIn, PlanProgress } from "./team-progress.tsx";

type Person = z.infer<typeof TeamView>["people"][number];

/** Whom the reader manages, where each stands, and what is owed of their review. */
export function TeamPage(props: { org: string; ownId: string | null; opens: Opens }) {
  const { org, ownId, opens } = props;
  const trpc = useTRPC();
  const { people } = useSuspenseQuery(trpc.ladder.listTeam.queryOptions({})).data;
  const owed = people.filter(({ review }) => review?.manager === true).length;
  const plans = people.filter(({ planWaits }) => planWaits).length;
  return (
    <>
      <PageHeader
        title="My team"
        crumbs={[{ label: "Growth", href: `/o/${org}/growth` }]}
        secondary={
          <>
            {ownId === null ? null : (
              <Button component={Link} href={`/o/${org}/growth/${ownId}`} variant="default">
                Your own growth
              </Button>
            )}
            <Button component={Link} href={`/o/${org}/growth/library`} variant="default">
              Growth library
            </Button>
            <Button component={Link} href={`/o/${org}/growth/raters`} variant="default">
              How I rate
            </Button>
            {opens.rounds ? (
              <Button component={Link} href={`/o/${org}/settings/rounds`} variant="default">
                Review rounds
              </Button>
            ) : null}
          </>
        }
        lead={
          people.length === 0
            ? "Nobody names you as their manager."
            : `You manage ${people.length} ${people.length === 1 ? "person" : "people"}. ${owed === 0 ? "You owe no side of a review." : `You owe your side of ${owed} ${owed === 1 ? "review" : "reviews"}.`}${plans === 0 ? "" : ` ${plans} ${plans === 1 ? "plan waits" : "plans wait"} for you to agree.`}`
        }
      />
      <DataTable
        stacks
        caption="Whom I manage"
        rows={people}
        rowKey={({ id }) => id}
        rowHref={({ id, review, planWaits }) =>
          review !== null
            ? `/o/${org}/growth/${id}/reviews/${review.id}`
            : `/o/${org}/growth/${id}${planWaits ? "/plan" : ""}`
        }
        empty={
          <EmptyState title="You manage nobody">
            Once an admin names you as somebody&apos;s manager under Settings, Members, they stand
            here with their level and what is owed.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: "Person",
            cell: (one) => <PersonAvatar name={one.name} size={28} withName detail={one.title} />,
          },
          { key: "level", head: "Level", cell: (one) => one.level ?? "Not placed yet" },
          {
            key: "checkIn",
            head: "Last check-in",
            cell: (one) => <LastCheckIn of={one.checkIn} />,
          },
          { key: "plan", head: "Plan", cell: (one) => <PlanProgress of={one.plan} /> },
          { key: "owed", head: "What is owed", cell: (one) => <Owed org={org} of={one} /> },
          {
            key: "due",
            head: "Due",
            cell: (one) => (one.review === null ? "" : <RelativeTime at={one.review.dueAt} />),
          },
        ]}
      />
    </>
  );
}

/** What waits of a person; the row itself leads to the review, so the plan has a link of its own. */
function Owed({ org, of }: { org: string; of: Person }) {
  return (
    <>
      {owedWords(of)}
      {of.planWaits ? (
        <>
          <br />
          <Link href={`/o/${org}/growth/${of.id}/plan`} prefetch={false}>
            A plan to agree to
          </Link>
        </>
      ) : null}
    </>
  );
}

function owedWords({ review, name }: Person): string {
  if (review === null) return "No review is open";
  if (review.manager && review.self) return "Both sides of the review";
  if (review.manager) return "Your side of the review";
  return review.self ? `The side of ${name}` : "To compare and close";
}
