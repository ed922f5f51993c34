"use client";

import { Box, Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ExperimentDialog } from "./experiment-dialog.tsx";

/** The experiments of the organization. */
export function ExperimentsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { experiments, rules } = useSuspenseQuery(trpc.experiment.list.queryOptions({})).data;
  const [writing, setWriting] = useState(false);
  const write = <Button onClick={() => setWriting(true)}>Write an experiment</Button>;
  const at = (id: string) => `/o/${org}/settings/experiments/${id}`;
  return (
    <>
      <PageHeader
        title="Experiments"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="Whether one setting of a rule serves people better than another. Never on pay, and never on what a law decides; one admin writes it, another starts it."
        {...(experiments.length === 0 ? {} : { action: write })}
      />
      <DataTable
        caption="Experiments"
        rows={experiments}
        rowKey={(one) => one.id}
        rowHref={(one) => at(one.id)}
        empty={
          <EmptyState title="No experiment yet" action={write}>
            Choose a rule, name its variants, and set for each a policy with its segment. People are
            assigned to a variant by a stable hash, and results are counted when it is over.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: "Experiment",
            cell: (one) => (
              <>
                {one.name}
                <Box style={{ color: "var(--rb-text-2)", fontSize: "0.8125rem" }}>
                  {one.ruleSentence}
                </Box>
              </>
            ),
          },
          {
            key: "state",
            head: "State",
            cell: (one) => <StateBadge kind="experiment" state={one.state} />,
          },
          {
            key: "variants",
            head: "Variants",
            align: "end",
            cell: (one) => one.variants,
            desk: true,
          },
          {
            key: "at",
            head: "Since",
            cell: (one) => <RelativeTime at={one.stoppedAt ?? one.startedAt ?? one.createdAt} />,
            desk: true,
          },
        ]}
      />
      <ExperimentDialog
        rules={rules}
        opened={writing}
        onClose={() => setWriting(false)}
        onWritten={(id) => router.push(at(id))}
      />
    </>
  );
}
