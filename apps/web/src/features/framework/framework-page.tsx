"use client";

import { Button, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastRefused } from "../../ui/toast.ts";
import { saveTextFile } from "../../ui/yaml-import.tsx";
import { AnchorPanel } from "./anchor-panel.tsx";
import classes from "./framework-page.module.css";
import { type Cell, Matrix } from "./matrix.tsx";
import { VersionActions } from "./version-actions.tsx";

/** The matrix of one version, with the anchor of the cell in focus beside it. */
export function FrameworkPage(props: {
  org: string;
  frameworkId: string;
  versionId: string | null;
}) {
  const { org, frameworkId, versionId } = props;
  const trpc = useTRPC();
  const api = useApiClient();
  const router = useRouter();
  const { data: framework } = useSuspenseQuery(
    trpc.framework.show.queryOptions({ frameworkId, versionId }),
  );
  const [search, setSearch] = useState("");
  const [cell, setCell] = useState<Cell | null>(null);
  const at = `/o/${org}/frameworks/${frameworkId}`;
  const earlier = framework.versions.find((one) => one.number < framework.version.number);

  async function save() {
    const made = await api.framework.export.query({ versionId: framework.version.id });
    saveTextFile(made.fileName, made.yaml);
  }

  return (
    <>
      <PageHeader
        wide
        title={framework.name}
        crumbs={[{ label: "Frameworks", href: `/o/${org}/frameworks` }]}
        state={<StateBadge kind="framework" state={framework.version.state} />}
        lead={framework.summary}
        secondary={
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => void save().catch(toastRefused)}
          >
            Export
          </Button>
        }
        action={<VersionActions org={org} framework={framework} />}
      />
      <div className={classes.bar}>
        <SearchField
          label="Search competencies and anchors"
          value={search}
          onChange={setSearch}
          className={classes.search}
        />
        <Select
          aria-label="Version"
          allowDeselect={false}
          value={framework.version.id}
          data={framework.versions.map((one) => ({
            value: one.id,
            label: `Version ${one.number}${one.state === "draft" ? " · draft" : ""}`,
          }))}
          onChange={(id) => id !== null && router.push(`${at}?version=${id}`)}
        />
        {earlier === undefined ? null : (
          <Button
            component={Link}
            variant="subtle"
            href={`${at}/compare?before=${earlier.id}&after=${framework.version.id}`}
          >
            Compare with version {earlier.number}
          </Button>
        )}
      </div>
      <div className={classes.split}>
        <Matrix framework={framework} search={search} selected={cell} onSelect={setCell} />
        <AnchorPanel framework={framework} cell={cell} />
      </div>
    </>
  );
}
