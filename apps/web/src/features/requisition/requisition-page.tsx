"use client";

import type { RequisitionView } from "@rubric/domain/requisition/schemas";
import { Anchor, Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { MoneyRange } from "../../ui/money.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { placeWords } from "../../ui/places.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { RequisitionActions } from "./requisition-actions.tsx";
import { RequisitionApprovals } from "./requisition-approvals.tsx";
import { RequisitionForm } from "./requisition-form.tsx";
import classes from "./requisition.module.css";

/** One requisition: what it asks for, who approves it, and the openings that come of it. */
export function RequisitionPage(props: { org: string; requisitionId: string }) {
  const { org, requisitionId } = props;
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.requisition.show.queryOptions({ requisitionId }));
  const [writing, setWriting] = useState(false);
  const seats = `${view.seats} ${view.seats === 1 ? "seat" : "seats"}`;
  return (
    <>
      <PageHeader
        title={`R-${view.number} · ${view.title}`}
        crumbs={[{ label: "Requisitions", href: `/o/${org}/requisitions` }]}
        state={<StateBadge kind="requisition" state={view.state} />}
        lead={
          view.raised
            ? `${seats}, raised when ${view.author.name} sent an offer beyond headcount`
            : `${seats}, asked for by ${view.author.name}`
        }
        {...(view.may.createJob === null
          ? {
              action: (
                <Button component={Link} href={`/o/${org}/jobs/new?requisition=${view.id}`}>
                  Make the job
                </Button>
              ),
            }
          : {})}
      />
      {writing ? (
        <RequisitionForm
          org={org}
          draft={view}
          approvers={view.approvers}
          onDone={() => setWriting(false)}
        />
      ) : (
        <div className={classes.page}>
          <section className={panel.panel} aria-label="What it asks for">
            <Terms org={org} view={view} />
            <RequisitionActions view={view} onChange={() => setWriting(true)} />
          </section>
          <aside className={classes.column} aria-label="Approvals and openings">
            <RequisitionApprovals view={view} />
            <Openings view={view} />
          </aside>
        </div>
      )}
    </>
  );
}

function Terms({ org, view }: { org: string; view: RequisitionView }) {
  const { band, job, offer } = view;
  return (
    <dl className={classes.terms}>
      <dt>Level</dt>
      <dd>{view.level}</dd>
      <dt>Places</dt>
      <dd>
        {view.locations.length === 0 ? "None yet" : view.locations.map(placeWords).join(" · ")}
      </dd>
      <dt>Seats</dt>
      <dd>{view.seats}</dd>
      <dt>Band</dt>
      <dd>
        {band === null ? (
          "None is known"
        ) : (
          <MoneyRange min={band.minMinor} max={band.maxMinor} currency={band.currency} per="year" />
        )}
      </dd>
      <dt>Reason</dt>
      <dd>{view.reason === "" ? "None yet" : view.reason}</dd>
      <dt>Job</dt>
      <dd>
        {job === null ? (
          "None yet: it is made once this is approved"
        ) : (
          <Anchor component={Link} href={`/o/${org}/jobs/${job.id}/team`}>
            {job.title}
          </Anchor>
        )}
      </dd>
      {offer === null ? null : (
        <>
          <dt>Offer</dt>
          <dd>
            <Anchor component={Link} href={`/o/${org}/applications/${offer.applicationId}/offer`}>
              {offer.candidate}
            </Anchor>
          </dd>
        </>
      )}
      {view.stateReason === null ? null : (
        <>
          <dt>{view.state === "draft" ? "Sent back" : "Why"}</dt>
          <dd>{view.stateReason}</dd>
        </>
      )}
    </dl>
  );
}

function Openings({ view }: { view: RequisitionView }) {
  return (
    <section className={panel.panel} aria-labelledby="openings">
      <div className={panel.head}>
        <h2 id="openings" className={panel.title}>
          Openings
        </h2>
      </div>
      {view.openings.length === 0 ? (
        <p className={panel.quiet}>
          {view.job === null
            ? "They are there once it is approved and its job is made."
            : "They are there once it is approved."}
        </p>
      ) : (
        <ul className={classes.seats}>
          {view.openings.map((one) => (
            <li key={one.id}>
              <span className={classes.figures}>Opening {one.number}</span>
              <StateBadge kind="opening" state={one.state} />
              {one.closeReason === null ? null : (
                <span className={classes.under}>{one.closeReason}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
