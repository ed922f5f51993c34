"use client";

import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { saveAs } from "../../api/files.ts";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import type { ExportedDocument } from "./exported-copy.tsx";

interface Props {
  opened: boolean;
  onClose: () => void;
  email: string;
  /** Gets the copy, to be read on the page. */
  onOpened: (document: ExportedDocument) => void;
}

/** A copy of everything, once a fresh code from an e-mail has proven who asks. */
export function ExportDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Get a copy of everything" size="md">
      <Content {...props} />
    </Modal>
  );
}

function Content({ onClose, email, onOpened }: Props) {
  const trpc = useTRPC();
  const request = useCommand(trpc.candidate.requestExportCode.mutationOptions(), {
    refresh: false,
  });
  const open = useCommand(trpc.candidate.exportOwn.mutationOptions(), { refresh: false });
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState("");
  const [error, setError] = useState<string | null>(null);

  async function send() {
    setError(null);
    setCode("");
    try {
      await request.run({});
      setSent(true);
    } catch {
      // The refusal stands above the buttons.
    }
  }

  async function enter(event: SyntheticEvent) {
    event.preventDefault();
    setError(null);
    try {
      const { outcome, triesLeft, document } = await open.run({ code });
      if (outcome === "code_wrong") {
        setError(`This is not the code. ${triesLeft} more ${triesLeft === 1 ? "try" : "tries"}.`);
      } else if (outcome === "code_spent") {
        setError("This code is no longer good. Have a new one sent to you.");
      } else {
        const text = JSON.stringify(document, null, 2);
        saveAs(new Blob([text], { type: "application/json" }), "my-data.json");
        toastDone("Your copy is in your downloads, and below to be read.");
        if (document !== null) onOpened(document);
        onClose();
      }
    } catch (thrown) {
      setError(readApiError(thrown).fields.code ?? null);
    }
  }

  return (
    <Form onSubmit={(event) => void enter(event)}>
      <Stack gap="md">
        <Text size="lg">
          {sent
            ? `We have sent a code of 8 digits to ${email}. It is good for 15 minutes.`
            : `The copy holds everything that was written about you too. So that nobody else gets it, we first send a code to ${email}.`}
        </Text>
        {sent ? (
          <TextInput
            label="The code from the e-mail"
            value={code}
            onChange={(event) =>
              setCode(event.currentTarget.value.replaceAll(/\D/g, "").slice(0, 8))
            }
            error={error}
            inputMode="numeric"
            autoComplete="one-time-code"
            data-autofocus
          />
        ) : null}
        <Refusal refusal={error === null ? (request.refusal ?? open.refusal) : null} />
        <Group justify="flex-end" gap="xs">
          {sent ? (
            <>
              <Button variant="default" loading={request.running} onClick={() => void send()}>
                Send another code
              </Button>
              <Button type="submit" loading={open.running}>
                Download my copy
              </Button>
            </>
          ) : (
            <Button loading={request.running} onClick={() => void send()}>
              Send me a code
            </Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
