"use client";

import { Button, Group, SegmentedControl } from "@mantine/core";
import type { DeliveryView } from "@rubric/domain/webhook/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { eventWords } from "./event-words.ts";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookState, WhyState } from "./webhook-state.tsx";
import { inputOf, type Shown } from "./shown.ts";
import classes from "./webhook.module.css";

const SOON_MS = 3000;

const isUnderWay = ({ state }: Pick<DeliveryView, "state">) =>
  state === "sending" || state === "waiting";

/** One endpoint: how it is, and what was sent to it. */
export function WebhookPage({ org, shown }: { org: string; shown: Shown }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { events } = useSuspenseQuery(trpc.webhook.list.queryOptions({})).data;
  const { data } = useSuspenseQuery({
    ...trpc.webhook.listDeliveries.queryOptions(inputOf(shown)),
    // The worker sends them meanwhile.
    refetchInterval: (query) => (query.state.data?.deliveries.some(isUnderWay) ? SOON_MS : false),
  });
  const { endpoint, deliveries, next } = data;
  const here = `/o/${org}/settings/webhooks/${endpoint.id}`;
  return (
    <>
      <PageHeader
        title={endpoint.description === "" ? new URL(endpoint.url).host : endpoint.description}
        crumbs={[
          { label: "Settings", href: `/o/${org}/settings` },
          { label: "Webhooks", href: `/o/${org}/settings/webhooks` },
        ]}
        state={<WebhookState endpoint={endpoint} />}
        lead={<WhyState endpoint={endpoint} />}
        action={<WebhookActions org={org} endpoint={endpoint} events={events} />}
      />
      <dl className={classes.facts}>
        <Fact label="Address">{endpoint.url}</Fact>
        <Fact label="Hears of">
          {endpoint.events.length === events.length
            ? "Every event"
            : endpoint.events.map(eventWords).join(", ")}
        </Fact>
        <Fact label="Delivered">{endpoint.delivered}</Fact>
        <Fact label="Given up">{endpoint.failed}</Fact>
        {endpoint.oldSecretUntil === null ? null : (
          <Fact label="The old secret signs">
            until <RelativeTime at={endpoint.oldSecretUntil} />
          </Fact>
        )}
      </dl>
      <Group justify="space-between" mb="sm">
        <h2 style={{ margin: 0, fontSize: "1rem" }}>Deliveries</h2>
        <SegmentedControl
          aria-label="Deliveries to show"
          size="xs"
          value={shown.failed ? "failed" : "all"}
          onChange={(value) => router.push(value === "failed" ? `${here}?show=failed` : here)}
          data={[
            { value: "all", label: "All" },
            { value: "failed", label: "Given up" },
          ]}
        />
      </Group>
      <DataTable
        caption="Deliveries"
        rows={deliveries}
        rowKey={(one) => one.id}
        rowHref={(one) => `${here}/${one.id}`}
        empty={
          <EmptyState
            compact
            title={shown.failed ? "Nothing was given up" : "Nothing was sent yet"}
          >
            {shown.failed
              ? "Every event of the last 30 days was taken or is still tried."
              : "Send a test, or wait for an event of which it hears."}
          </EmptyState>
        }
        columns={[
          { key: "event", head: "Event", cell: (one) => eventWords(one.event) },
          {
            key: "state",
            head: "State",
            cell: (one) => <StateBadge kind="delivery" state={one.state} />,
          },
          {
            key: "answer",
            head: "Last answer",
            cell: (one) => one.error ?? one.status ?? "None yet",
            desk: true,
          },
          {
            key: "attempts",
            head: "Attempts",
            align: "end",
            cell: (one) => one.attempts,
            desk: true,
          },
          {
            key: "next",
            head: "Tried again",
            cell: (one) =>
              one.nextAttemptAt === null ? "" : <RelativeTime at={one.nextAttemptAt} />,
            desk: true,
          },
          { key: "at", head: "When", cell: (one) => <RelativeTime at={one.createdAt} /> },
        ]}
      />
      <Group mt="md" gap="xs">
        {shown.before === null ? null : (
          <Button component={Link} href={here} variant="default">
            Newest deliveries
          </Button>
        )}
        {next === null ? null : (
          <Button
            component={Link}
            href={`${here}?before=${next}${shown.failed ? "&show=failed" : ""}`}
            variant="default"
          >
            Older deliveries
          </Button>
        )}
      </Group>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
