"use client";

import { Box, Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookState, WhyState } from "./webhook-state.tsx";

/** Where the organization's events are sent. */
export function WebhooksPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { endpoints, events } = useSuspenseQuery(trpc.webhook.list.queryOptions({})).data;
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>Add an endpoint</Button>;
  return (
    <>
      <PageHeader
        title="Webhooks"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="Other programs hear of what happens here as it happens: signed, tried again for a day, and each delivery kept for 30 days."
        {...(endpoints.length === 0 ? {} : { action: add })}
      />
      <DataTable
        caption="Endpoints"
        rows={endpoints}
        rowKey={(one) => one.id}
        rowHref={(one) => `/o/${org}/settings/webhooks/${one.id}`}
        empty={
          <EmptyState title="No endpoint yet" action={add}>
            Give the address of a program, such as a calendar or a chat, and choose of what it
            hears.
          </EmptyState>
        }
        columns={[
          {
            key: "url",
            head: "Endpoint",
            cell: (one) => (
              <span style={{ overflowWrap: "anywhere" }}>
                {one.description === "" ? one.url : one.description}
                {one.description === "" ? null : (
                  <Box style={{ color: "var(--rb-text-2)", fontSize: "0.8125rem" }}>{one.url}</Box>
                )}
              </span>
            ),
          },
          {
            key: "state",
            head: "State",
            cell: (one) => (
              <>
                <WebhookState endpoint={one} />
                <Box style={{ color: "var(--rb-text-2)", fontSize: "0.8125rem" }}>
                  <WhyState endpoint={one} />
                </Box>
              </>
            ),
          },
          {
            key: "events",
            head: "Events",
            align: "end",
            cell: (one) => (one.events.length === events.length ? "All" : one.events.length),
            desk: true,
          },
          {
            key: "delivered",
            head: "Delivered",
            align: "end",
            cell: (one) => one.delivered,
            desk: true,
          },
          { key: "failed", head: "Given up", align: "end", cell: (one) => one.failed, desk: true },
        ]}
      />
      <WebhookDialog
        endpoint={null}
        events={events}
        opened={adding}
        onClose={() => setAdding(false)}
      />
    </>
  );
}
