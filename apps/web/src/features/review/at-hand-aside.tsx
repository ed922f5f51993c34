"use client";

import { Anchor, UnstyledButton } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import type { ReviewView } from "@rubric/domain/review/schemas";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useId, useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { figureWords } from "../../ui/metric-words.ts";
import { dateWords } from "../../ui/time-words.ts";
import { type AllAtHand, type AtHand, atHandOf } from "./at-hand.ts";
import classes from "./at-hand.module.css";

/** What Progress holds for who writes their side; null until it is read. */
export function useAtHand(view: ReviewView): { all: AllAtHand; progress: ProgressView } | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.progress.show.queryOptions({ memberId: view.member.id }));
  return useMemo(
    () => (data === undefined ? null : { all: atHandOf(data, view), progress: data }),
    [data, view],
  );
}

/** Of what time things are at hand, and what is of no single competency: check-ins and figures. */
export function AtHandLead(props: { all: AllAtHand; progress: ProgressView; href: string }) {
  const { all, progress, href } = props;
  const { since, checkIns, figures } = all;
  const metricOf = (key: string) => progress.metrics.find((one) => one.key === key);
  const said = figures.flatMap((one) => {
    const metric = metricOf(one.metric);
    return metric === undefined ? [] : [`${metric.name} ${figureWords(one.value, metric)}`];
  });
  return (
    <p className={classes.lead}>
      What Progress holds{" "}
      {since === null ? "so far" : `since the last review, ${dateWords(since)},`} stands with each
      competency. {said.length === 0 ? null : `Newest figures: ${said.join("; ")}. `}
      <Link href={href}>
        {checkIns === 0
          ? "All of it under Progress"
          : `All of it, with ${checkIns} ${checkIns === 1 ? "check-in" : "check-ins"}, under Progress`}
      </Link>
    </p>
  );
}

/** What is at hand of one competency; on a phone folded until it is asked for. */
export function AtHandAside(props: {
  of: AtHand;
  org: string;
  memberId: string;
  name: string;
  heads: { self: string; manager: string };
}) {
  const { of, org, memberId, name, heads } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = of.evidence.length + of.done.length + of.marks.length;
  return (
    <section className={classes.aside} aria-label={`At hand: ${name}`}>
      <h4 className={classes.title}>At hand</h4>
      <UnstyledButton
        className={classes.fold ?? ""}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? "Hide" : "Show"} what is at hand ({count})
      </UnstyledButton>
      <ul id={id} className={classes.list} data-open={open || undefined}>
        {of.marks.map((one) => (
          <li key={one.by}>
            <RatingMark rating={one.rating ?? "not_assessed"} size={14} withWord />
            <span className={classes.quiet}>
              {one.by === "self" ? heads.self : heads.manager}, against {one.about},{" "}
              {dateWords(one.day)}
            </span>
          </li>
        ))}
        {of.evidence.map((one) => (
          <li key={one.id}>
            <Title of={one} org={org} memberId={memberId} />
            <span className={classes.quiet}>Evidence, {dateWords(one.day)}</span>
          </li>
        ))}
        {of.done.map((one) => (
          <li key={`${one.day} ${one.about}`}>
            {one.about}
            <span className={classes.quiet}>Done of the plan, {dateWords(one.day)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The title, as what it leads to; an address that is none of the web leads nowhere. */
function Title(props: { of: AtHand["evidence"][number]; org: string; memberId: string }) {
  const { of, org, memberId } = props;
  if (of.url !== null && /^https?:\/\//i.test(of.url)) {
    return (
      <Anchor href={of.url} target="_blank" rel="noopener noreferrer nofollow" underline="always">
        {of.title}
      </Anchor>
    );
  }
  if (of.file !== null) {
    const href = `/api/evidence/${memberId}/${of.file.id}?org=${encodeURIComponent(org)}`;
    return (
      <Anchor href={href} download underline="always">
        {of.title}
      </Anchor>
    );
  }
  return <>{of.title}</>;
}
