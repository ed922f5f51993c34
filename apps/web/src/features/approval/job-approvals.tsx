"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { flowOfJob } from "./flow-draft.ts";
import { FlowForm } from "./flow-form.tsx";
import { EarlierVersions, FlowVersionShown } from "./flow-version.tsx";

const WHOSE = {
  job: "This job's own flow goes before the organization's.",
  organization: "The organization's flow holds, for this job has none of its own.",
  offer: "There is no flow: each offer is approved by the one person whom it names.",
} as const;

/** Who approves the offers of a job: its own flow, or the organization's. */
export function JobApprovals({ jobId }: { jobId: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.approval.showJobFlow.queryOptions({ jobId }));
  const save = useCommand(trpc.approval.saveJobFlow.mutationOptions());
  const [editing, setEditing] = useState(false);
  const { by, version } = flowOfJob(view);
  const [now, ...earlier] = view.versions;
  return (
    <section className={panel.panel} aria-label="Approval of offers">
      <div className={panel.head}>
        <h2 className={panel.title}>Approval of offers</h2>
        {editing ? null : (
          <ReasonButton
            size="xs"
            variant="default"
            reason={view.may.save?.sentence ?? null}
            lift={view.may.save?.lift ?? null}
            onClick={() => setEditing(true)}
          >
            {by === "job" ? "Change the flow" : "Write a flow for this job"}
          </ReasonButton>
        )}
      </div>
      {editing ? (
        <FlowForm
          now={now}
          save={{ ...save, run: (input) => save.run({ ...input, jobId }) }}
          withoutGroups="No group: the organization's flow holds."
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <p className={panel.words}>{WHOSE[by]}</p>
          {version === null ? null : <FlowVersionShown version={version} />}
          <EarlierVersions versions={by === "job" ? earlier : view.versions} />
        </>
      )}
    </section>
  );
}
