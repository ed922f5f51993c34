"use client";

import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { grouped, useColleagues } from "./people-fields.tsx";

interface SwapDialogProps {
  interview: {
    id: string;
    name: string;
    seats: readonly { memberId: string; name: string; state: string }[];
  } | null;
  onClose: () => void;
}

/** Replaces somebody who was to interview by a colleague, before it begins. */
export function SwapDialog({ interview, onClose }: SwapDialogProps) {
  return (
    <Modal
      opened={interview !== null}
      onClose={onClose}
      title={interview === null ? "" : `Replace an interviewer: ${interview.name}`}
    >
      {interview === null ? null : <Fields interview={interview} onClose={onClose} />}
    </Modal>
  );
}

function Fields({
  interview,
  onClose,
}: {
  interview: NonNullable<SwapDialogProps["interview"]>;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const swap = useCommand(trpc.interview.swap.mutationOptions());
  const colleagues = useColleagues();
  const open = interview.seats.filter(
    (seat) => seat.state === "assigned" || seat.state === "draft",
  );
  const [out, setOut] = useState<string | null>(open[0]?.memberId ?? null);
  const [to, setTo] = useState<string | null>(null);
  const missing =
    out === null ? "Choose whom to replace." : to === null ? "Choose who comes instead." : null;

  async function send(from: string, by: string) {
    try {
      await swap.run({ interviewId: interview.id, out: from, in: by });
      toastDone("Both of them get an e-mail.");
      onClose();
    } catch {
      return;
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (out !== null && to !== null) void send(out, to);
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Select
          label="Instead of"
          required
          allowDeselect={false}
          data={open.map((seat) => ({ value: seat.memberId, label: seat.name }))}
          value={out}
          onChange={setOut}
        />
        <Select
          label="Comes"
          required
          searchable
          allowDeselect={false}
          data={grouped(
            colleagues.filter((one) => !open.some((seat) => seat.memberId === one.value)),
          )}
          value={to}
          onChange={setTo}
          nothingFoundMessage="Nobody by that name"
        />
        <Text size="sm" c="dimmed">
          The one owes nothing any more; the other owes a scorecard from now on.
        </Text>
        <Refusal refusal={swap.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={swap.running} reason={missing}>
            Replace
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
