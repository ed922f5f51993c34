"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./approval.module.css";
import { FlowForm } from "./flow-form.tsx";
import { EarlierVersions, FlowVersionShown } from "./flow-version.tsx";

/** Who approves the organization's offers, one group after the other; each change is a version. */
export function ApprovalsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.approval.showFlow.queryOptions({}));
  const save = useCommand(trpc.approval.saveFlow.mutationOptions());
  const [editing, setEditing] = useState(false);
  const [now, ...earlier] = view.versions;
  const edit = (
    <ReasonButton
      reason={view.may.save?.sentence ?? null}
      lift={view.may.save?.lift ?? null}
      onClick={() => setEditing(true)}
    >
      {now === undefined ? "Write a flow" : "Change the flow"}
    </ReasonButton>
  );
  return (
    <>
      <PageHeader
        title="Approvals"
        crumbs={view.may.save === null ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="Who approves an offer before it is sent. Its author never does, nor whom a law keeps away; an offer keeps the flow that it was asked by."
        {...(now === undefined || editing ? {} : { action: edit })}
      />
      {editing ? (
        <FlowForm
          now={now}
          save={save}
          withoutGroups="No group: each offer is approved by the one person whom it names."
          onDone={() => setEditing(false)}
        />
      ) : now === undefined ? (
        <EmptyState title="No approval flow yet" action={edit}>
          Until there is one, each offer is approved by the one person whom it names.
        </EmptyState>
      ) : (
        <div className={classes.page}>
          <section className={panel.panel} aria-label="In force">
            <FlowVersionShown version={now} />
          </section>
          <EarlierVersions versions={earlier} />
        </div>
      )}
    </>
  );
}
