"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { AddCandidateDialog } from "./add-candidate-dialog.tsx";
import type { JobChoice } from "./person-form.tsx";
import { ReferDialog } from "./refer-dialog.tsx";

/** The two ways to put someone forward, each only where there is a job for it. */
export function PutForward({
  org,
  addTo,
  referTo,
}: {
  org: string;
  addTo: JobChoice[];
  referTo: JobChoice[];
}) {
  const [dialog, setDialog] = useState<"add" | "refer" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {referTo.length === 0 ? null : (
        <Button variant="default" onClick={() => setDialog("refer")}>
          Refer someone
        </Button>
      )}
      {addTo.length === 0 ? null : <Button onClick={() => setDialog("add")}>Add candidate</Button>}
      <ReferDialog opened={dialog === "refer"} onClose={close} jobs={referTo} org={org} />
      <AddCandidateDialog opened={dialog === "add"} onClose={close} jobs={addTo} org={org} />
    </>
  );
}
