"use client";

import { Stack, Textarea } from "@mantine/core";
import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { readApiError } from "../../api/errors.ts";
import type { Command } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Something that a candidate asks in words of their own. */
export function AskForm<Output>({
  label,
  action,
  thanks,
  field,
  may,
  command,
  send,
  focused = false,
}: {
  label: string;
  action: string;
  thanks: string;
  /** The field of the command's input that holds the words. */
  field: string;
  may: OwnApplication["may"]["ask"];
  command: Pick<Command<never, Output>, "running" | "refusal">;
  send: (words: string) => Promise<Output>;
  /** Where a button made way for the form. */
  focused?: boolean;
}) {
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) words.current?.focus();
  }, [focused]);
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);

  async function ask(event: SyntheticEvent) {
    event.preventDefault();
    setError(null);
    try {
      await send(text);
      setText("");
      toastDone(thanks);
    } catch (thrown) {
      setError(readApiError(thrown).fields[field] ?? null);
    }
  }

  return (
    <Form onSubmit={(event) => void ask(event)}>
      <Stack gap="sm">
        <Textarea
          ref={words}
          label={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={error}
          autosize
          minRows={2}
        />
        {error === null ? <Refusal refusal={command.refusal} /> : null}
        <div>
          <ReasonButton
            type="submit"
            variant="default"
            loading={command.running}
            reason={may?.sentence ?? null}
            lift={may?.lift ?? null}
          >
            {action}
          </ReasonButton>
        </div>
      </Stack>
    </Form>
  );
}
