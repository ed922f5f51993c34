"use client";

import { Button, Group, Modal, NumberInput, Stack, Textarea } from "@mantine/core";
import type { GrowthPlanView, PlanPageView } from "@rubric/domain/plan/schemas";
import { type Ref, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import panel from "../../ui/panel.module.css";
import { Refusal } from "../../ui/refusal.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { LeftOut } from "./left-out.tsx";
import classes from "./plan.module.css";
import { PlanHead } from "./plan-head.tsx";
import { weekStartWords } from "./plan-words.ts";
import { WeeksChart } from "./weeks-chart.tsx";
import { WeeksList } from "./weeks-list.tsx";

type Props = { page: PlanPageView; plan: GrowthPlanView };
type Headed = Props & { heading?: Ref<HTMLHeadingElement> };
const idOf = (key: string) => `item-${key}`;

/** The plan in force: marked item by item as done, made anew when weeks slip, or ended. */
export function AgreedPlan({ page, plan, heading }: Headed) {
  const trpc = useTRPC();
  const end = useCommand(trpc.plan.end.mutationOptions());
  const [open, setOpen] = useState<"replan" | "end" | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={classes.stack} aria-label="Plan in force">
      <h2 ref={heading} tabIndex={-1} className={panel.title}>
        The plan in force
      </h2>
      <Group gap="xs">
        <Group gap="xs" data-print="no">
          <MayButton label="Replan" may={plan.may.replan} onClick={() => setOpen("replan")} />
          <MayButton label="End the plan" may={plan.may.end} onClick={() => setOpen("end")} />
        </Group>
        <span>
          Agreed on by{" "}
          {plan.agreements.map(({ name, at }) => `${name} (${dateWords(at)})`).join(" and ")}
        </span>
      </Group>
      <PlanHead plan={plan} />
      <WeeksChart
        items={plan.items}
        weeks={plan.weeks}
        startOn={plan.startOn}
        currentWeek={plan.currentWeek}
        idOf={idOf}
      />
      <WeeksList
        items={plan.items}
        startOn={plan.startOn}
        currentWeek={plan.currentWeek}
        idOf={idOf}
        actions={(item) => <Done plan={plan} item={item} />}
      />
      <LeftOut left={plan.left} />
      <Modal opened={open === "replan"} onClose={close} title="Replan" size="md">
        <Replan page={page} plan={plan} onClose={close} />
      </Modal>
      <ConfirmDialog
        opened={open === "end"}
        onClose={close}
        title="End this plan?"
        confirmLabel="End the plan"
        tone="destroy"
        reason={{ label: "Why?", description: "Both of you read it.", minLength: 3 }}
        onConfirm={(reason) => end.run({ planId: plan.id, reason })}
      >
        What is done stays done. Another plan can be made then.
      </ConfirmDialog>
    </section>
  );
}

function Done({ plan, item }: { plan: GrowthPlanView; item: GrowthPlanView["items"][number] }) {
  const trpc = useTRPC();
  const mark = useCommand(trpc.plan.markDone.mutationOptions());
  const undo = useCommand(trpc.plan.undo.mutationOptions());
  const [shown, setShown] = useState("");
  const of = { planId: plan.id, itemId: item.itemId };
  if (item.done !== null) {
    return (
      <>
        <div className={classes.part}>
          <h4>
            Done on {dateWords(item.done.at)}, marked by {item.done.by}
          </h4>
          <p>{item.done.shown}</p>
        </div>
        <Group gap="xs" data-print="no">
          <Button
            variant="default"
            size="compact-sm"
            loading={undo.running}
            aria-label={`Not done after all: ${item.title}`}
            onClick={() => undo.start(of)}
          >
            Not done after all
          </Button>
        </Group>
        <Refusal refusal={undo.refusal} />
      </>
    );
  }
  return (
    <Stack gap="xs" data-print="no">
      <Textarea
        label={`What shows it: ${item.title}`}
        description="A link, or a sentence. Your manager and you read it, and nobody else."
        autosize
        minRows={1}
        value={shown}
        onChange={(event) => setShown(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="compact-sm"
          loading={mark.running}
          aria-label={`Mark as done: ${item.title}`}
          onClick={() => mark.start({ ...of, shown })}
        >
          Mark as done
        </Button>
      </Group>
      <Refusal refusal={mark.refusal} />
    </Stack>
  );
}

function Replan({ page, plan, onClose }: Props & { onClose: () => void }) {
  const replan = useCommand(useTRPC().plan.replan.mutationOptions());
  const now = plan.currentWeek ?? (page.today < plan.startOn ? 1 : plan.weeks + 1);
  const [fromWeek, setFromWeek] = useState(now);
  const [weeks, setWeeks] = useState(Math.max(4, plan.weeks - now + 1));
  const [hoursAWeek, setHours] = useState(plan.hoursAWeek);
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>
        A new draft for the same goal: what is done stays out, what is under way comes first, and
        what changes is shown. The plan in force holds until both agree to the new one.
      </p>
      <NumberInput
        label="From week"
        description={`Week ${fromWeek} begins on ${weekStartWords(plan.startOn, fromWeek)}.`}
        min={1}
        max={40}
        allowDecimal={false}
        value={fromWeek}
        onChange={(week) => setFromWeek(Number(week))}
      />
      <NumberInput
        label="Weeks, 4 to 26"
        min={4}
        max={26}
        allowDecimal={false}
        value={weeks}
        onChange={(count) => setWeeks(Number(count))}
      />
      <NumberInput
        label="Hours a week"
        min={1}
        max={20}
        allowDecimal={false}
        value={hoursAWeek}
        onChange={(hours) => setHours(Number(hours))}
      />
      <Refusal refusal={replan.refusal} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Keep as it is
        </Button>
        <Button
          loading={replan.running}
          onClick={() =>
            void replan
              .run({ planId: plan.id, fromWeek, weeks, hoursAWeek })
              .then(onClose, () => null)
          }
        >
          Make the new draft
        </Button>
      </Group>
    </Stack>
  );
}
