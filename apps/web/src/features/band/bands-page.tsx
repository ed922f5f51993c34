"use client";

import { Button, FileInput, Menu, Select } from "@mantine/core";
import type { BandView } from "@rubric/domain/band/schemas";
import { IconDownload } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { saveTextFile } from "../../ui/yaml-import.tsx";
import { BandDialog } from "./band-dialog.tsx";
import classes from "./band.module.css";
import { EndBandDialog } from "./end-band-dialog.tsx";
import { RegionBands } from "./region-bands.tsx";

/** The pay bands by region and level: read by who hires, drafted by one admin, approved by another. */
export function BandsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [framework, setFramework] = useState<string | null>(null);
  const { data: view } = useSuspenseQuery(trpc.band.list.queryOptions({ frameworkId: framework }));
  const [drafting, setDrafting] = useState<BandView | "new" | null>(null);
  const [ending, setEnding] = useState<BandView | null>(null);
  const [importing, setImporting] = useState(false);
  const { frameworkId, levels } = view;
  const edits = view.may.draft === null;
  const regions = [...new Set(view.bands.map((one) => one.region))];
  const add = <Button onClick={() => setDrafting("new")}>Draft a band</Button>;

  async function save(format: "yaml" | "csv") {
    if (frameworkId === null) return;
    const made = await api.band.export.query({ frameworkId, format });
    saveTextFile(made.fileName, made.text);
  }

  return (
    <>
      <PageHeader
        title="Pay bands"
        crumbs={edits ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="What a level pays where, a year and before tax. An offer lies inside the band of its hiring level, or carries an exception."
        {...(edits && levels.length > 0 && regions.length > 0 ? { action: add } : {})}
        secondary={
          <>
            {view.frameworks.length > 1 ? (
              <Select
                aria-label="Framework"
                data={view.frameworks.map(({ id, name }) => ({ value: id, label: name }))}
                value={frameworkId}
                allowDeselect={false}
                onChange={setFramework}
              />
            ) : null}
            {regions.length === 0 ? null : (
              <Menu>
                <Menu.Target>
                  <Button
                    variant="default"
                    leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
                  >
                    Export
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void save("csv").catch(toastRefused)}>As CSV</Menu.Item>
                  <Menu.Item onClick={() => void save("yaml").catch(toastRefused)}>
                    As YAML
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
            {edits && frameworkId !== null ? (
              <Button variant="default" onClick={() => setImporting(true)}>
                Import
              </Button>
            ) : null}
          </>
        }
      />
      {regions.length === 0 ? (
        <EmptyState
          title={levels.length === 0 ? "There is no published framework" : "No pay band yet"}
          action={edits && levels.length > 0 ? add : undefined}
        >
          {levels.length === 0
            ? "Bands belong to the levels of a framework. Publish one first."
            : "Until there is one, offers are held to the range that was shown to the candidate alone."}
        </EmptyState>
      ) : (
        <div className={classes.regions}>
          {regions.map((region) => (
            <RegionBands
              key={region}
              view={view}
              region={region}
              onDraft={setDrafting}
              onEnd={setEnding}
            />
          ))}
        </div>
      )}
      {frameworkId === null ? null : (
        <>
          <BandDialog
            view={view}
            frameworkId={frameworkId}
            from={drafting}
            onClose={() => setDrafting(null)}
          />
          <EndBandDialog
            view={view}
            frameworkId={frameworkId}
            band={ending}
            onClose={() => setEnding(null)}
          />
          <ImportDialog
            frameworkId={frameworkId}
            opened={importing}
            onClose={() => setImporting(false)}
          />
        </>
      )}
    </>
  );
}

function ImportDialog(props: { frameworkId: string; opened: boolean; onClose: () => void }) {
  const { frameworkId, opened, onClose } = props;
  const trpc = useTRPC();
  const command = useCommand(trpc.band.import.mutationOptions());
  const [file, setFile] = useState<File | null>(null);

  async function read(reason: string) {
    if (file === null) return;
    const format = file.name.toLowerCase().endsWith(".csv") ? "csv" : "yaml";
    const done = await command.run({ frameworkId, format, text: await file.text(), reason });
    toastDone(`${done.drafted} drafted, ${done.unchanged} as they were.`);
  }

  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Import bands"
      confirmLabel="Draft them"
      reason={{ label: "Why", description: "Read by the admin who approves them.", minLength: 3 }}
      lacks={file === null ? "Choose a file." : null}
      onConfirm={read}
    >
      <FileInput
        label="File"
        description="CSV or YAML, as it is exported here. A file that is not right is refused whole, with the line of its first error."
        accept=".csv,.yml,.yaml"
        value={file}
        onChange={setFile}
        required
      />
    </ConfirmDialog>
  );
}
