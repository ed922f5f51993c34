"use client";

import { Stack, Textarea } from "@mantine/core";
import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Asks those who lead the job something; `about` is what the question is about, if a button said it. */
export function AskForm({
  of,
  label,
  about = "",
  focused = false,
}: {
  of: Pick<OwnApplication, "id" | "may">;
  label: string;
  about?: string;
  /** Where a button made way for the form. */
  focused?: boolean;
}) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.candidate.ask.mutationOptions());
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const { sentence = null, lift = null } = of.may.ask ?? {};

  async function send(event: SyntheticEvent) {
    event.preventDefault();
    setError(null);
    try {
      await ask.run({ applicationId: of.id, text: `${about}${text}` });
      setText("");
      toastDone("Thank you. We have it, and write back to you.");
    } catch (thrown) {
      setError(readApiError(thrown).fields.text ?? null);
    }
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm">
        <Textarea
          ref={field}
          label={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={error}
          autosize
          minRows={2}
        />
        {error === null ? <Refusal refusal={ask.refusal} /> : null}
        <div>
          <ReasonButton
            type="submit"
            variant="default"
            loading={ask.running}
            reason={sentence}
            lift={lift}
          >
            Send
          </ReasonButton>
        </div>
      </Stack>
    </form>
  );
}
