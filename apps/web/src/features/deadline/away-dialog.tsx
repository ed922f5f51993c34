"use client";

import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import type { DeadlineListView } from "@rubric/domain/deadline/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { usePeople } from "./use-people.ts";

type Absence = DeadlineListView["absence"];

/** Says when one is away and who stands in, or that one is back. */
export function AwayDialog(props: { absence: Absence; opened: boolean; onClose: () => void }) {
  const { absence, opened, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title="When I am away">
      <Fields absence={absence} onClose={onClose} />
    </Modal>
  );
}

/** A field's text, in the reader's own zone, as an instant; null where it is none. */
function instantOf(typed: string | null): string | null {
  if (typed === null) return null;
  const at = new Date(typed.replace(" ", "T"));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function Fields({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const trpc = useTRPC();
  const set = useCommand(trpc.deadline.setAway.mutationOptions());
  const people = usePeople(true);
  const [from, setFrom] = useState(absence === null ? null : typedOf(absence.from));
  const [until, setUntil] = useState(absence === null ? null : typedOf(absence.until));
  const [standInId, setStandInId] = useState(absence?.standIn?.memberId ?? null);
  const [start, end] = [instantOf(from), instantOf(until)];
  const missing =
    start === null ? "Say from when." : end === null || end <= start ? "Say until when." : null;

  async function send(away: { from: string; until: string; standInId: string | null } | null) {
    try {
      await set.run({ away });
      toastDone(away === null ? "You are here." : "Your deadlines are looked after.");
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (start !== null && end !== null && missing === null) {
      void send({ from: start, until: end, standInId });
    }
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="sm">
        <MomentField
          label="From"
          required
          value={from}
          onChange={setFrom}
          valueFormat="ddd D MMM YYYY, HH:mm"
        />
        <MomentField
          label="Until"
          required
          value={until}
          onChange={setUntil}
          valueFormat="ddd D MMM YYYY, HH:mm"
          error={set.refusal?.fields["until"]}
        />
        <Select
          label="Who stands in"
          description="Nobody chosen: each deadline goes to its own stand-in."
          searchable
          clearable
          data={people}
          value={standInId}
          onChange={setStandInId}
          nothingFoundMessage="Nobody by that name"
        />
        <Text size="sm" c="dimmed">
          Deadlines that come due meanwhile, and their reminders, go to them and come back to you
          after it. Where they may not know a candidate, the deadline's own stand-in has it.
        </Text>
        <Refusal refusal={set.refusal} />
        <Group justify="space-between" gap="xs">
          {absence === null ? (
            <span />
          ) : (
            <Button variant="default" loading={set.running} onClick={() => void send(null)}>
              I am here
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <ReasonButton type="submit" loading={set.running} reason={missing}>
              Save
            </ReasonButton>
          </Group>
        </Group>
      </Stack>
    </Form>
  );
}

/** An instant as the field takes it, in the reader's own zone. */
function typedOf(instant: string): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}
