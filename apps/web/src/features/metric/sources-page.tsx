"use client";

import { Box, Button, Menu } from "@mantine/core";
import type { SourceView } from "@rubric/domain/metric/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { KINDS, SecretDialog, SourceDialog } from "./source-dialog.tsx";

/** Code hosts and trackers that are asked for the figures of whoever names themselves there. */
export function SourcesPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { sources, may } = useSuspenseQuery(trpc.metric.listSources.queryOptions({})).data;
  const [adding, setAdding] = useState(false);
  const [secretOf, setSecretOf] = useState<SourceView | null>(null);
  const [removing, setRemoving] = useState<SourceView | null>(null);
  const set = useCommand(trpc.metric.setSource.mutationOptions());
  const remove = useCommand(trpc.metric.removeSource.mutationOptions());
  const add = (
    <MayButton primary label="Add a source" may={may.add} onClick={() => setAdding(true)} />
  );
  return (
    <>
      <PageHeader
        title="Sources of figures"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="Once a week each is asked for the figures of those who said what they are called there. Nobody but the person and their manager reads what it answers."
        {...(sources.length === 0 ? {} : { action: add })}
      />
      <Refusal refusal={set.refusal} />
      <DataTable
        caption="Sources"
        rows={sources}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No source yet" action={add}>
            Reviews passed come from GitHub or GitLab, features from GitHub Issues or Jira.
          </EmptyState>
        }
        columns={[
          {
            key: "project",
            head: "Source",
            cell: (one) => (
              <span style={{ overflowWrap: "anywhere" }}>
                {KINDS[one.kind].name}, {one.project}
                <Box style={{ color: "var(--rb-text-2)", fontSize: "0.8125rem" }}>
                  {one.baseUrl}: {one.counts}
                </Box>
              </span>
            ),
          },
          {
            key: "state",
            head: "State",
            cell: (one) => (
              <>
                {one.state === "paused" ? "Paused" : one.problem === null ? "On" : "Failing"}
                {one.problem === null ? null : (
                  <Box style={{ color: "var(--rb-late)", fontSize: "0.8125rem" }}>
                    {one.problem}
                  </Box>
                )}
              </>
            ),
          },
          {
            key: "fetched",
            head: "Fetched",
            cell: ({ fetchedAt }) => (fetchedAt === null ? "never" : <ExactTime at={fetchedAt} />),
            desk: true,
          },
          {
            key: "next",
            head: "Next",
            cell: ({ nextAt, state }) => (state === "paused" ? "–" : <ExactTime at={nextAt} />),
            desk: true,
          },
          {
            key: "menu",
            head: "",
            align: "end",
            cell: (one) => (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`More: what can be done with ${one.project}`}
                  >
                    More
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    onClick={() =>
                      set.start({
                        sourceId: one.id,
                        state: one.state === "paused" ? "active" : "paused",
                      })
                    }
                  >
                    {one.state === "paused" ? "Take up again" : "Pause"}
                  </Menu.Item>
                  <Menu.Item onClick={() => setSecretOf(one)}>Give another token</Menu.Item>
                  <Menu.Item color="red" onClick={() => setRemoving(one)}>
                    Remove
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            ),
          },
        ]}
      />
      <SourceDialog opened={adding} onClose={() => setAdding(false)} />
      <SecretDialog source={secretOf} onClose={() => setSecretOf(null)} />
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title="Remove this source"
        confirmLabel="Remove"
        tone="destroy"
        onConfirm={async () => {
          if (removing === null) return;
          await remove.run({ sourceId: removing.id });
          toastDone("The source is removed.");
        }}
      >
        <p>
          Its token and the names that people gave there are deleted. Figures that were fetched stay
          with whom they are of.
        </p>
      </ConfirmDialog>
    </>
  );
}
