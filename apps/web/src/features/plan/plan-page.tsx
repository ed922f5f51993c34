"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
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
  return (
    <>
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
          <Button component={Link} href={`/o/${org}/growth/library`} variant="default">
            Library
          </Button>
        }
      >
        <GrowthTabs org={org} memberId={memberId} mine={page.mine} at="plan" />
      </PageHeader>
      <div className={classes.stack}>
        {page.may.make === null ? <MakePlan page={page} /> : null}
        {draft === null ? null : <DraftPlan page={page} plan={draft} />}
        {agreed === null ? null : draft === null ? (
          <AgreedPlan page={page} plan={agreed} />
        ) : (
          <details className={classes.left}>
            <summary>The plan in force until both agree to the new one</summary>
            <AgreedPlan page={page} plan={agreed} />
          </details>
        )}
        <PastPlans past={page.past} />
      </div>
    </>
  );
}
