"use client";

import { Button, Group } from "@mantine/core";
import type { GrowthPlanView, PlanPageView } from "@rubric/domain/plan/schemas";
import { type Ref, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { AddItem } from "./add-item.tsx";
import { Difference } from "./difference.tsx";
import { LeftOut } from "./left-out.tsx";
import classes from "./plan.module.css";
import { PlanHead } from "./plan-head.tsx";
import { weeksOf } from "../../ui/plan-words.ts";
import { WeeksChart } from "./weeks-chart.tsx";
import { WeeksList } from "./weeks-list.tsx";

const idOf = (key: string) => `draft-${key}`;

/** A draft: changed item by item, and agreed to by both. */
export function DraftPlan(props: {
  page: PlanPageView;
  plan: GrowthPlanView;
  heading: Ref<HTMLHeadingElement>;
}) {
  const { page, plan, heading } = props;
  const trpc = useTRPC();
  const edit = useCommand(trpc.plan.edit.mutationOptions());
  const agree = useCommand(trpc.plan.agree.mutationOptions());
  const end = useCommand(trpc.plan.end.mutationOptions());
  const [discarding, setDiscarding] = useState(false);
  const of = { planId: plan.id, revision: plan.revision };
  const move = (item: GrowthPlanView["items"][number], by: -1 | 1) =>
    edit.start({ ...of, edit: { do: "move", key: item.key, week: weeksOf(item).from + by } });
  return (
    <section className={classes.stack} aria-label="Draft">
      <h2 ref={heading} tabIndex={-1} className={panel.title}>
        The draft
      </h2>
      <div className={panel.panel}>
        <h3 className={panel.title}>Who agreed</h3>
        <ul>
          {(["self", "manager"] as const).map((side) => (
            <li key={side}>{wordsOf(page, plan, side)}</li>
          ))}
        </ul>
        <Group gap="xs" data-print="no">
          <MayButton
            primary
            label="Agree to this plan"
            may={plan.may.agree}
            loading={agree.running}
            onClick={() => agree.start(of)}
          />
          <AddItem page={page} plan={plan} />
          <Button variant="default" onClick={() => setDiscarding(true)}>
            Discard the draft
          </Button>
        </Group>
        <Refusal refusal={agree.refusal ?? edit.refusal} />
      </div>
      {page.difference === null || page.agreed === null ? null : (
        <Difference lines={page.difference} before={page.agreed.startOn} after={plan.startOn} />
      )}
      <PlanHead plan={plan} />
      <WeeksChart
        items={plan.items}
        weeks={plan.weeks}
        startOn={plan.startOn}
        currentWeek={null}
        idOf={idOf}
      />
      <WeeksList
        items={plan.items}
        startOn={plan.startOn}
        currentWeek={null}
        idOf={idOf}
        actions={(item) => (
          <Group gap="xs" data-print="no">
            <ReasonButton
              variant="default"
              size="compact-sm"
              aria-label={`A week earlier: ${item.title}`}
              onClick={() => move(item, -1)}
              reason={weeksOf(item).from === 1 ? "It begins in the first week." : null}
            >
              A week earlier
            </ReasonButton>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`A week later: ${item.title}`}
              onClick={() => move(item, 1)}
            >
              A week later
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Take out: ${item.title}`}
              onClick={() => edit.start({ ...of, edit: { do: "take_out", key: item.key } })}
            >
              Take out
            </Button>
          </Group>
        )}
      />
      <LeftOut
        left={plan.left}
        onPutIn={(key) => edit.start({ ...of, edit: { do: "put_in", key } })}
      />
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        title="Discard this draft?"
        confirmLabel="Discard"
        tone="destroy"
        reason={{ label: "Why?", description: "Both of you read it.", minLength: 3 }}
        onConfirm={(reason) => end.run({ planId: plan.id, reason })}
      >
        Nobody works on it, and another can be made. A plan in force stays in force.
      </ConfirmDialog>
    </section>
  );
}

function wordsOf(page: PlanPageView, plan: GrowthPlanView, side: "self" | "manager"): string {
  const name = (side === "self" ? page.member.name : page.manager?.name) ?? "The manager";
  const word = plan.agreements.find((one) => one.side === side);
  return word === undefined ? `${name}: not yet` : `${word.name}: agreed on ${dateWords(word.at)}`;
}
