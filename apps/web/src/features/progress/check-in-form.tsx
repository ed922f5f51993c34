"use client";

import { Group, NativeSelect, NumberInput, Stack, Textarea } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { type SyntheticEvent, useRef, useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import classes from "./progress.module.css";
import { CONFIDENCE, weekWords } from "./week-words.ts";

const Said = z.object({
  week: z.string(),
  done: z.string(),
  blocked: z.string(),
  confidence: z.int().nullable(),
  hours: z.int().nullable(),
});
type Said = z.infer<typeof Said>;

/** How one's week went: three short fields. What was recorded is changed here until it is answered. */
export function CheckInForm({ of }: { of: ProgressView }) {
  const { member, today, weeks, owed, checkIns } = of;
  const recorded = (week: string) => checkIns.find((one) => one.week === week);
  const begin = (week: string): Said => {
    const known = recorded(week);
    return {
      week,
      done: known?.done ?? "",
      blocked: known?.blocked ?? "",
      confidence: known?.confidence ?? null,
      hours: known?.hours ?? null,
    };
  };
  const [said, setSaid] = useState(() => begin(owed ?? weeks[0] ?? today));
  // What is typed before the page's programs came arrives as many changes at once.
  const latest = useRef(said);
  const draft = useDraft(`check-in:${member.id}`, 1, Said, ({ value }) => {
    if (weeks.includes(value.week) && recorded(value.week)?.reply == null) put(value);
  });
  const record = useCommand(useTRPC().checkIn.record.mutationOptions());
  const known = recorded(said.week);
  const why = known?.may.record ?? null;
  const fields = record.refusal === null ? {} : record.refusal.fields;

  function put(all: Said) {
    latest.current = all;
    setSaid(all);
  }

  function change(next: Partial<Said>) {
    const all = { ...latest.current, ...next };
    put(all);
    draft.keep(all);
  }

  /** What is typed goes along to a week of which nothing is recorded. */
  function choose(week: string) {
    record.reset();
    const isNew = (one: string) => recorded(one) === undefined;
    if (isNew(latest.current.week) && isNew(week)) change({ week });
    else put(begin(week));
  }

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    try {
      await record.run({ memberId: member.id, ...said });
      draft.clear();
      toastDone("Your check-in is recorded.");
    } catch {
      // The refusal stands in the form.
    }
  }

  return (
    <Form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        <NativeSelect
          label="Week"
          value={said.week}
          onChange={(event) => choose(event.currentTarget.value)}
          data={weeks.map((week) => ({
            value: week,
            label: `${weekWords(week, today)}${recorded(week) === undefined ? "" : " (recorded)"}`,
          }))}
        />
        <Textarea
          label="What was done"
          description="What moved, also of your plan."
          value={said.done}
          onChange={(event) => change({ done: event.currentTarget.value })}
          error={fields.done}
          autosize
          minRows={2}
        />
        <Textarea
          label="What is in the way"
          description="May stay empty."
          value={said.blocked}
          onChange={(event) => change({ blocked: event.currentTarget.value })}
          error={fields.blocked}
          autosize
          minRows={1}
        />
        <div className={classes.fields}>
          <NativeSelect
            label="Will you get there?"
            value={said.confidence === null ? "" : String(said.confidence)}
            onChange={({ currentTarget: { value } }) =>
              change({ confidence: value === "" ? null : Number(value) })
            }
            data={[
              { value: "", label: "Not said" },
              ...Object.entries(CONFIDENCE).map(([value, label]) => ({ value, label })),
            ]}
          />
          <NumberInput
            label="Hours for growing"
            value={said.hours ?? ""}
            onChange={(value) => change({ hours: typeof value === "number" ? value : null })}
            error={fields.hours}
            min={0}
            max={80}
            allowDecimal={false}
            clampBehavior="strict"
          />
        </div>
        <FormRefusal refusal={record.refusal} />
        <Group justify="flex-end">
          <ReasonButton
            type="submit"
            loading={record.running}
            reason={
              why?.sentence ??
              (said.done.trim() === "" ? "Say in a few words what was done." : null)
            }
            lift={why?.lift ?? null}
          >
            {known === undefined ? "Check in" : "Save the change"}
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
