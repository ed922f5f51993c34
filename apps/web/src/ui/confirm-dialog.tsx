"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type ReactNode, type SyntheticEvent, useState } from "react";
import { type ApiError, readApiError } from "../api/errors.ts";
import { useReadAgain } from "../api/use-read-again.ts";
import { Form } from "./form.tsx";
import { ReasonButton } from "./reason-button.tsx";
import { FormRefusal } from "./refusal.tsx";

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What it means: what changes, who is told, whether it can be undone. */
  children?: ReactNode;
  confirmLabel: string;
  /** `destroy` only for what destroys. */
  tone?: "normal" | "destroy";
  /** Asks for a reason of at least `minLength` characters (10 unless told). */
  reason?: { label: string; description?: string; minLength?: number };
  /** What is still to be said in `children`, as a sentence; null when nothing is. */
  lacks?: string | null;
  /** Rejects with the refusal, which is then shown here; closes when it resolves. */
  onConfirm: (reason: string) => Promise<unknown>;
}

function Content({
  onClose,
  children,
  confirmLabel,
  tone = "normal",
  reason,
  lacks = null,
  onConfirm,
}: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  useReadAgain(true, refusal);
  const missing = reason === undefined ? 0 : (reason.minLength ?? 10) - text.trim().length;

  async function confirm() {
    setRunning(true);
    setRefusal(null);
    try {
      await onConfirm(text.trim());
      onClose();
    } catch (error) {
      setRefusal(readApiError(error));
    } finally {
      setRunning(false);
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (lacks === null && missing <= 0 && !running) void confirm();
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="md">
        {children}
        {reason === undefined ? null : (
          <Textarea
            label={reason.label}
            description={reason.description}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={refusal?.fields.reason}
            autosize
            minRows={3}
            required
            data-autofocus
          />
        )}
        <FormRefusal refusal={refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep as it is
          </Button>
          <ReasonButton
            type="submit"
            loading={running}
            reason={
              missing > 0
                ? `${reasonWords(reason?.label ?? "Reason")} needs ${missing} more ${missing === 1 ? "character" : "characters"}.`
                : lacks
            }
            {...(tone === "destroy" ? { color: "red" } : {})}
          >
            {confirmLabel}
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

/** The field as its button speaks of it. */
function reasonWords(label: string): string {
  return /^(why|reason)\b\W*$/i.test(label) ? "The reason" : `“${label}”`;
}

/** Asks before something that matters; a refusal is shown inside, and nothing typed is lost. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <Content {...props} />
    </Modal>
  );
}
