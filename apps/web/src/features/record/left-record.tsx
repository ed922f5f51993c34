"use client";

import { Button } from "@mantine/core";
import type { RecordDocument } from "@rubric/domain/record/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import panel from "../../ui/panel.module.css";
import { Refusal } from "../../ui/refusal.tsx";
import { RecordCopy } from "./record-copy.tsx";
import { saveRecord } from "./save-record.ts";

/** The record of who left, by the link that they were sent. */
export function LeftRecord({ token }: { token: string }) {
  const [document, setDocument] = useState<RecordDocument | null>(null);
  const fetch = useCommand(useTRPC().record.fetch.mutationOptions(), { refresh: false });
  return (
    <>
      <section data-print="no" className={panel.stack}>
        <h1>The record of your growth</h1>
        <p>
          What was held of your growth where you worked is yours: where you stood, your baseline,
          reviews, plans, check-ins, evidence and figures. Save it as a file, or print it. Each time
          that it is fetched is written down there.
        </p>
        <Refusal refusal={fetch.refusal} />
        <div className={panel.row}>
          <Button
            loading={fetch.running}
            onClick={() => {
              void fetch.run({ token }).then(setDocument, () => {});
            }}
          >
            {document === null ? "Fetch my record" : "Fetch it anew"}
          </Button>
          {document === null ? null : (
            <>
              <Button variant="default" onClick={() => saveRecord(document)}>
                Save as a file
              </Button>
              <Button variant="default" onClick={() => window.print()}>
                Print
              </Button>
            </>
          )}
        </div>
      </section>
      {document === null ? null : <RecordCopy of={document} />}
    </>
  );
}
