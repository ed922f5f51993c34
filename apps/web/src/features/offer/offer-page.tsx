"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { ExceptionPanel } from "./exception-panel.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { OfferActions } from "./offer-actions.tsx";
import { OfferForm } from "./offer-form.tsx";
import { OfferState } from "./offer-state.tsx";
import { OfferTerms } from "./offer-terms.tsx";
import classes from "./offer.module.css";

/** The offer of an application: its versions, the range it is weighed against, what comes next. */
export function OfferPage({ org, applicationId }: { org: string; applicationId: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.offer.list.queryOptions({ applicationId }));
  const { application, decision, versions, openings, may } = view;
  const [writing, setWriting] = useState<string | null>(null);
  const [shownId, setShownId] = useState<string | null>(null);
  const newest = versions[0];
  const shown = versions.find((one) => one.id === shownId) ?? newest;
  const form = writing ?? (newest === undefined && may.draft === null ? "new" : null);
  const at = `/o/${org}/applications/${application.id}`;
  return (
    <>
      <PageHeader
        title="Offer"
        crumbs={[
          { label: application.job, href: `/o/${org}/jobs/${application.jobId}` },
          { label: application.candidate, href: at },
        ]}
        {...(shown === undefined ? {} : { state: <StateBadge kind="offer" state={shown.state} /> })}
        lead={
          decision === null
            ? `${application.candidate} for ${application.job}`
            : `${application.candidate} for ${application.job}, at level ${decision.level}`
        }
        {...(form === null && newest !== undefined && newest.state !== "draft"
          ? {
              secondary: (
                <ReasonButton
                  {...(shown?.state === "change_asked" ? {} : { variant: "default" })}
                  reason={may.draft?.sentence ?? null}
                  lift={may.draft?.lift ?? null}
                  onClick={() => setWriting("new")}
                >
                  Write a new version
                </ReasonButton>
              ),
            }
          : {})}
      />
      {shown === undefined && form === null ? (
        <EmptyState
          title={may.draft?.sentence ?? "There is no offer yet"}
          action={
            <Button component={Link} href={`${at}/debrief`}>
              Go to the debrief
            </Button>
          }
        >
          {may.draft?.lift}
        </EmptyState>
      ) : (
        <div className={classes.page}>
          <div className={classes.column}>
            {form === null ? (
              shown === undefined ? null : (
                <section className={panel.panel} aria-label={`Version ${shown.number}`}>
                  <OfferTerms
                    offer={shown}
                    range={shown.pay.range}
                    median={view.median}
                    earlier={versions.filter((one) => one.number < shown.number)}
                  />
                  <OfferActions
                    offer={shown}
                    candidate={application.candidate}
                    onChange={() => setWriting(shown.id)}
                  />
                </section>
              )
            ) : (
              <OfferForm
                key={form}
                view={view}
                draft={versions.find((one) => one.id === form) ?? null}
                onDone={() => {
                  setWriting(null);
                  setShownId(null);
                }}
              />
            )}
          </div>
          <aside className={classes.column} aria-label="State and versions">
            {shown === undefined || form !== null ? null : (
              <>
                <section className={panel.panel} aria-label="State">
                  <OfferState org={org} offer={shown} candidate={application.candidate} />
                </section>
                <ExceptionPanel offer={shown} />
                <GroupsPanel offer={shown} approvers={view.approvers} />
                <ConditionsPanel offer={shown} />
              </>
            )}
            <Link href={`/o/${org}/settings/bands`} className={panel.quiet}>
              All pay bands
            </Link>
            <section className={panel.panel} aria-labelledby="openings">
              <div className={panel.head}>
                <h2 id="openings" className={panel.title}>
                  Openings
                </h2>
              </div>
              <dl className={classes.terms}>
                <dt>Free</dt>
                <dd>{openings.open}</dd>
                <dt>Reserved by offers</dt>
                <dd>{openings.reserved}</dd>
                <dt>Filled</dt>
                <dd>{openings.filled}</dd>
              </dl>
            </section>
            {versions.length < 2 ? null : (
              <section className={panel.panel} aria-labelledby="versions">
                <div className={panel.head}>
                  <h2 id="versions" className={panel.title}>
                    Versions
                  </h2>
                </div>
                <ul className={panel.list}>
                  {versions.map((one) => (
                    <li key={one.id} className={panel.item}>
                      <div className={panel.row}>
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          ml={-8}
                          aria-current={one.id === shown?.id}
                          onClick={() => {
                            setWriting(null);
                            setShownId(one.id);
                          }}
                        >
                          Version {one.number}
                        </Button>
                        <StateBadge kind="offer" state={one.state} />
                      </div>
                      <p className={panel.quiet}>
                        <Money minor={one.amountMinor} currency={one.currency} />, written{" "}
                        <ExactTime at={one.createdAt} />
                      </p>
                      {one.answer === "" || one.id === shown?.id ? null : (
                        <p className={panel.quiet}>“{one.answer}”</p>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      )}
    </>
  );
}
