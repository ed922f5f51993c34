"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { ExceptionPanel } from "./exception-panel.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { OfferActions } from "./offer-actions.tsx";
import { OfferState } from "./offer-state.tsx";
import { OfferTerms } from "./offer-terms.tsx";
import classes from "./offer.module.css";

/** One offer for its approver, who need not lead the job: terms, range, approve or send back. */
export function ApprovalPage({ org, offerId }: { org: string; offerId: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.offer.show.queryOptions({ offerId }));
  const { application, offer } = view;
  return (
    <>
      <PageHeader
        title={`Offer to ${application.candidate}`}
        crumbs={[{ label: "Home", href: `/o/${org}` }]}
        state={<StateBadge kind="offer" state={offer.state} />}
        lead={`${application.job}, version ${offer.number}, written by ${offer.author.name}`}
      />
      <div className={classes.page}>
        <section className={panel.panel} aria-label="Terms">
          <OfferTerms offer={offer} range={offer.pay.range} />
          <OfferActions offer={offer} candidate={application.candidate} />
        </section>
        <aside className={classes.column} aria-label="State and approvals">
          <section className={panel.panel} aria-label="State">
            <OfferState org={org} offer={offer} candidate={application.candidate} />
          </section>
          <ExceptionPanel offer={offer} />
          <GroupsPanel offer={offer} />
          <ConditionsPanel offer={offer} />
        </aside>
      </div>
    </>
  );
}
