"use client";

import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { instantOf, minutesBetween, typedOf } from "./dates.ts";
import { TimeField } from "./times-fields.tsx";

interface MovableInterview {
  id: string;
  name: string;
  startsAt: string;
  endsAt: string;
  place: string;
}

interface MoveDialogProps {
  interview: MovableInterview | null;
  onClose: () => void;
}

/** Gives a scheduled interview another time or place. */
export function MoveDialog({ interview, onClose }: MoveDialogProps) {
  return (
    <Modal
      opened={interview !== null}
      onClose={onClose}
      title={interview === null ? "" : `Move ${interview.name}`}
    >
      {interview === null ? null : <Fields interview={interview} onClose={onClose} />}
    </Modal>
  );
}

function Fields({ interview, onClose }: { interview: MovableInterview; onClose: () => void }) {
  const trpc = useTRPC();
  const move = useCommand(trpc.interview.move.mutationOptions());
  const [time, setTime] = useState<string | null>(typedOf(interview.startsAt));
  const [minutes, setMinutes] = useState(minutesBetween(interview.startsAt, interview.endsAt));
  const [place, setPlace] = useState(interview.place);
  const [errors, setErrors] = useState<FormErrors>({});
  const startsAt = instantOf(time);
  const missing = startsAt === null ? "Choose a time." : place.trim() === "" ? "Say where." : null;

  async function send(at: string) {
    try {
      await move.run({ interviewId: interview.id, startsAt: at, minutes, place });
      toastDone("All of them get the new time.");
      onClose();
    } catch (error) {
      setErrors(fieldErrors(error));
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing === null && startsAt !== null) void send(startsAt);
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TimeField label="Starts" value={time} onChange={setTime} error={errors.startsAt} />
        <Group grow align="start">
          <NumberInput
            label="Minutes"
            required
            min={5}
            max={480}
            step={5}
            value={minutes}
            onChange={(value) => setMinutes(Number(value))}
            error={errors.minutes}
          />
          <TextInput
            label="Place"
            required
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            error={errors.place}
          />
        </Group>
        <Text size="sm" c="dimmed">
          Calendars that took the invitation over follow by themselves.
        </Text>
        <FormRefusal refusal={move.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={move.running} reason={missing}>
            Move
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
