"use client";

import { Button, Group } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { useHeadingOf } from "../../ui/use-arrival.ts";
import { AgreedPlan } from "./agreed-plan.tsx";
import { DraftPlan } from "./draft-plan.tsx";
import { MakePlan } from "./make-plan.tsx";
import { PastPlans } from "./past-plans.tsx";
import classes from "./plan.module.css";
import { leadWords } from "./plan-words.ts";

/** A member's plan: to make one, agree on it, work on it, and make it anew when weeks slip. */
export function PlanPage({ org, memberId }: { org: string; memberId: string }) {
  const { data: page } = useSuspenseQuery(useTRPC().plan.show.queryOptions({ memberId }));
  const { draft, agreed } = page;
  const heading = useHeadingOf(
    `${draft?.id ?? ""} ${agreed?.id ?? ""} ${draft?.may.agree === null ? "" : "said"}`,
  );
  return (
    <div className={classes.page}>
      <PageHeader
        {...growthHeading({ org, ...page, what: "Plan" })}
        state={
          draft !== null ? (
            <ToneBadge tone="waiting">Draft</ToneBadge>
          ) : agreed !== null ? (
            <ToneBadge tone="running">In force</ToneBadge>
          ) : (
            <ToneBadge tone="idle">No plan</ToneBadge>
          )
        }
        lead={leadWords(page)}
        secondary={
          <Group gap="xs" data-print="no">
            {draft === null && agreed === null ? null : (
              <Button variant="default" onClick={() => window.print()}>
                Print
              </Button>
            )}
            {page.mine === "self" ? (
              <Button
                component={Link}
                href={`/o/${org}/growth/${memberId}/record`}
                variant="default"
              >
                To the JSON file
              </Button>
            ) : null}
            <Button component={Link} href={`/o/${org}/growth/library`} variant="default">
              Library
            </Button>
          </Group>
        }
      >
        <div data-print="no">
          <GrowthTabs org={org} memberId={memberId} mine={page.mine} at="plan" />
        </div>
      </PageHeader>
      <div className={classes.stack}>
        {page.may.make === null ? <MakePlan org={org} page={page} /> : null}
        {draft === null ? null : <DraftPlan page={page} plan={draft} heading={heading} />}
        {agreed === null ? null : draft === null ? (
          <AgreedPlan page={page} plan={agreed} heading={heading} />
        ) : (
          <details className={classes.left} data-print="no">
            <summary>The plan in force until both agree to the new one</summary>
            <AgreedPlan page={page} plan={agreed} />
          </details>
        )}
        <PastPlans past={page.past} />
      </div>
    </div>
  );
}
