"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LibraryTabs } from "../../ui/library-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useYamlImport } from "../../ui/yaml-import.tsx";

/** All frameworks with their newest version, and the way to import one. */
export function FrameworksPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { frameworks, may } = useSuspenseQuery(trpc.framework.list.queryOptions({})).data;
  const command = useCommand(trpc.framework.import.mutationOptions());
  const file = useYamlImport("Import a framework", async (yaml) => {
    const made = await command.run({ yaml });
    toastDone(`${made.name} is here as a draft. Publish it when it is right.`);
    router.push(`/o/${org}/frameworks/${made.id}?version=${made.version.id}`);
  });
  return (
    <>
      <PageHeader
        title="Frameworks"
        lead="Competencies by level, each with the behaviour that shows it. Jobs, interviews and decisions refer to a published version, which never changes."
        secondary={may.import === null ? file.button : undefined}
      >
        <LibraryTabs org={org} at="frameworks" />
      </PageHeader>
      {file.refusal}
      <DataTable
        caption="Frameworks"
        rows={frameworks}
        rowKey={(row) => row.id}
        rowHref={(row) => `/o/${org}/frameworks/${row.id}`}
        empty={
          <EmptyState title="No framework yet">
            Import a YAML file in the shape of a job family with levels, themes and competencies.
          </EmptyState>
        }
        columns={[
          { key: "name", head: "Framework", cell: (row) => row.name },
          {
            key: "state",
            head: "Version",
            cell: (row) =>
              row.versions.slice(0, 2).map((version) => (
                <span key={version.id}>
                  {version.number} <StateBadge kind="framework" state={version.state} />{" "}
                </span>
              )),
          },
          {
            key: "levels",
            head: "Levels",
            align: "end",
            cell: (row) => row.levels.length,
            desk: true,
          },
          {
            key: "rows",
            head: "Competencies",
            align: "end",
            cell: (row) => row.competencies,
            desk: true,
          },
          { key: "jobs", head: "Jobs", align: "end", cell: (row) => row.jobs },
          {
            key: "changed",
            head: "Last version",
            desk: true,
            cell: (row) =>
              row.versions[0] === undefined ? null : (
                <RelativeTime at={row.versions[0].createdAt} />
              ),
          },
        ]}
      />
    </>
  );
}
