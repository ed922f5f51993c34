"use client";

import type { OwnApplication, OwnView } from "@rubric/domain/candidate/schemas";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { OwnApplicationSection } from "./own-application.tsx";
import { OwnData } from "./own-data.tsx";
import classes from "./own.module.css";

/** A candidate's own page: where they stand, what comes next, and what they may do. */
export function OwnPage({
  initial,
  token,
  offer,
  identification,
}: {
  initial: OwnView;
  token: string;
  /** Renders an offer that is out. */
  offer: (offer: OwnApplication["offers"][number]) => ReactNode;
  /** Apart from the applications: how one identifies oneself. */
  identification: ReactNode;
}) {
  const trpc = useTRPC();
  const { data: own } = useQuery({
    ...trpc.candidate.showOwn.queryOptions({}),
    initialData: initial,
  });
  const [first] = own.person.name.trim().split(/\s+/);
  return (
    <>
      <header>
        <p className={classes.hello}>Hello {first}</p>
        <h1>{own.applications.length === 1 ? "Your application" : "Your applications"}</h1>
      </header>
      {own.erasureAskedAt === null ? null : (
        <p className={classes.notice} aria-live="polite">
          {own.erasureWaits
            ? "You asked us to delete everything about you. What may go is gone. Below stands what the law still makes us keep and until when; nobody here reads it."
            : "You asked us to delete everything about you. It is under way; this page closes when it is done."}
        </p>
      )}
      {own.applications.length === 0 ? (
        <EmptyState title="There is no application of yours here">
          When you apply for a job at {own.organization.name}, you see here how it goes.
        </EmptyState>
      ) : (
        own.applications.map((application, index) => (
          <OwnApplicationSection
            key={application.id}
            of={application}
            slug={own.organization.slug}
            canPrepare={own.canPrepare}
            token={token}
            offer={offer}
            fold={
              own.applications.length === 1
                ? "no"
                : index === 0 || goesOn(application)
                  ? "open"
                  : "shut"
            }
          />
        ))
      )}
      {identification}
      <OwnData own={own} />
    </>
  );
}

function goesOn({ state, offers }: OwnApplication): boolean {
  return state === "active" || state === "on_hold" || offers.length > 0;
}
