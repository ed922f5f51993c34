"use client";

import { Button, Group, Modal, NativeSelect, NumberInput, Stack } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastDone } from "../../ui/toast.ts";
import { targetWords } from "../../ui/metric-words.ts";
import classes from "./progress.module.css";

/** Enters a figure of a metric by hand, for a quarter or a week. */
export function FigureDialog(props: { of: ProgressView; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Enter a figure" size="md">
      <Content of={props.of} onClose={props.onClose} />
    </Modal>
  );
}

function Content({ of, onClose }: { of: ProgressView; onClose: () => void }) {
  const { member, metrics, today, weeks } = of;
  const stretches = stretchesOf(today, weeks);
  const [metric, setMetric] = useState<ProgressView["metrics"][number]["key"]>("response_time");
  const [stretch, setStretch] = useState(stretches[0]?.value ?? "");
  const [value, setValue] = useState<number | null>(null);
  const [n, setN] = useState<number | null>(null);
  const enter = useCommand(useTRPC().metric.enter.mutationOptions());
  const fields = enter.refusal === null ? {} : enter.refusal.fields;
  const about = metrics.find(({ key }) => key === metric);

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    const chosen = stretches.find((one) => one.value === stretch);
    if (value === null || chosen === undefined) return;
    const { period, from } = chosen;
    try {
      await enter.run({ memberId: member.id, metric, period, from, value, n });
      toastDone("The figure is kept.");
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  return (
    <Form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <NativeSelect
          label="Metric"
          description={about?.says}
          value={metric}
          onChange={({ currentTarget }) => {
            const chosen = metrics.find(({ key }) => key === currentTarget.value);
            if (chosen !== undefined) setMetric(chosen.key);
          }}
          data={metrics.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <NativeSelect
          label="Of"
          value={stretch}
          onChange={(event) => setStretch(event.currentTarget.value)}
          data={stretches.map(({ value: key, label }) => ({ value: key, label }))}
          error={fields.from}
        />
        <div className={classes.fields}>
          <NumberInput
            label={`Figure, ${about?.unit ?? ""}`}
            required
            description={about === undefined ? "" : `Target: ${targetWords(about)}`}
            value={value ?? ""}
            onChange={(next) => setValue(typeof next === "number" ? next : null)}
            min={0}
            decimalScale={3}
            error={fields.value}
            data-autofocus
          />
          <NumberInput
            label="Cases it rests on"
            description="Empty where that is not known."
            value={n ?? ""}
            onChange={(next) => setN(typeof next === "number" ? next : null)}
            min={0}
            allowDecimal={false}
            error={fields.n}
          />
        </div>
        <FormRefusal refusal={enter.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <ReasonButton
            type="submit"
            loading={enter.running}
            reason={value === null ? "Give the figure first." : null}
          >
            Keep the figure
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

type Stretch = { value: string; label: string; period: "week" | "quarter"; from: string };

/** The quarters of the last year and the weeks that a check-in may be of. */
function stretchesOf(today: string, weeks: readonly string[]): Stretch[] {
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const quarters = [0, 1, 2, 3].map((back): Stretch => {
    const first = new Date(Date.UTC(Number(today.slice(0, 4)), (quarter - back) * 3, 1));
    const from = first.toISOString().slice(0, 10);
    const label = `Q${first.getUTCMonth() / 3 + 1} ${first.getUTCFullYear()}`;
    return { value: `quarter ${from}`, label, period: "quarter", from };
  });
  return [
    ...quarters,
    ...weeks.map((from): Stretch => {
      return { value: `week ${from}`, label: `Week from ${dateWords(from)}`, period: "week", from };
    }),
  ];
}
