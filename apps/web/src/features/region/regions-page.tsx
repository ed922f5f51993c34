"use client";

import { Button, Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { PackVersions } from "./pack-versions.tsx";
import { RegionRules } from "./region-rules.tsx";
import { SizesForm } from "./sizes-form.tsx";
import { useExport } from "./use-export.ts";

/** The rules of regions, how large the organization is where, and the versions of the rules. */
export function RegionsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.region.show.queryOptions({ day: null }));
  const [importing, setImporting] = useState(false);
  const exported = useExport();
  return (
    <>
      <PageHeader
        title="Regions"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="What hiring owes where: each rule with the day from which it holds, the size from which it binds, its source, and how sure that is. No legal advice."
        secondary={
          <Button variant="default" onClick={() => exported(null)}>
            Export the built-in rules
          </Button>
        }
        action={
          <ReasonButton
            reason={data.may.import?.sentence ?? null}
            lift={data.may.import?.lift ?? null}
            onClick={() => setImporting(true)}
          >
            Import rules…
          </ReasonButton>
        }
      />
      <Stack gap="lg">
        <SizesForm view={data} key={JSON.stringify([data.sizes, data.traits])} />
        <PackVersions view={data} />
        <RegionRules today={data} />
      </Stack>
      <ImportDialog opened={importing} today={data.today} onClose={() => setImporting(false)} />
    </>
  );
}
