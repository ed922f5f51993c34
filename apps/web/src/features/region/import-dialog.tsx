"use client";

import { Button, FileInput, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

function Content({ today, onClose }: { today: string; onClose: () => void }) {
  const trpc = useTRPC();
  const command = useCommand(trpc.region.importPack.mutationOptions());
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const lacks =
    file === null
      ? "Choose a file first."
      : day === null
        ? "Say from which day on it holds."
        : reason.trim().length < 3
          ? "Give a reason: whoever approves it reads it."
          : null;

  async function send() {
    if (file === null || day === null) return;
    const yaml = await file.text();
    const sent = await command.run({ yaml, effectiveFrom: day, reason }).then(
      () => true,
      () => false,
    );
    if (!sent) return;
    toastDone("It is imported. Another admin approves it before it holds.");
    onClose();
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <FileInput
          label="File"
          description="YAML or JSON in the shape of the exported one: all rules, not only those that changed."
          placeholder="Choose a file"
          accept=".yml,.yaml,.json,application/yaml,application/json"
          value={file}
          onChange={setFile}
          data-autofocus
        />
        <DayField
          label="Holds from"
          minDate={today}
          valueFormat="D MMM YYYY"
          value={day}
          onChange={setDay}
        />
        <Textarea
          label="Reason"
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal refusal={command.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={command.running} reason={lacks}>
            Import
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

/** Imports rules from a file; they hold once another admin approved them. */
export function ImportDialog(props: { opened: boolean; today: string; onClose: () => void }) {
  const { opened, today, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title="Import rules of regions">
      <Content today={today} onClose={onClose} />
    </Modal>
  );
}
