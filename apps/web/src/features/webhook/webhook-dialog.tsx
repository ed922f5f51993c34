"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { isEventName } from "@rubric/domain/webhook/events";
import type { WebhooksView, WebhookView } from "@rubric/domain/webhook/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { EventChoices } from "./event-choices.tsx";
import { SecretShown } from "./secret-shown.tsx";

interface WebhookDialogProps {
  /** The endpoint to change; null to add one. */
  endpoint: WebhookView | null;
  events: WebhooksView["events"];
  opened: boolean;
  onClose: () => void;
}

interface ContentProps extends Omit<WebhookDialogProps, "opened"> {
  secret: string | null;
  onSecret: (secret: string) => void;
}

function Content({ endpoint, events, secret, onSecret, onClose }: ContentProps) {
  const trpc = useTRPC();
  const create = useCommand(trpc.webhook.create.mutationOptions());
  const update = useCommand(trpc.webhook.update.mutationOptions());
  const form = useForm({
    initialValues: {
      url: endpoint?.url ?? "",
      description: endpoint?.description ?? "",
      events: endpoint?.events ?? [],
    },
  });
  const { refusal, running } = endpoint === null ? create : update;

  async function save(values: typeof form.values) {
    const given = { ...values, events: values.events.filter(isEventName) };
    try {
      if (endpoint === null) return onSecret((await create.run(given)).secret);
      await update.run({ ...given, endpointId: endpoint.id });
      toastDone("The endpoint is changed.");
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  if (secret !== null) {
    return (
      <SecretShown secret={secret} onClose={onClose}>
        The endpoint is on. Give its receiver this secret, by which it knows that an event comes
        from here. It is shown this once.
      </SecretShown>
    );
  }
  return (
    <Form onSubmit={form.onSubmit((values) => void save(values))}>
      <Stack gap="md">
        <TextInput
          {...form.getInputProps("url")}
          label="Address"
          description="Where each event is sent by POST, as JSON."
          placeholder="https://example.com/hooks/rubric"
          type="url"
          inputMode="url"
          autoComplete="off"
          required
          data-autofocus
        />
        <TextInput
          {...form.getInputProps("description")}
          label="What it is for"
          placeholder="Calendar of the hiring team"
          autoComplete="off"
        />
        <EventChoices
          events={events}
          value={form.values.events}
          onChange={(names) => form.setFieldValue("events", names)}
          error={form.errors.events}
        />
        <FormRefusal refusal={refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {endpoint === null ? "Not now" : "Keep as it is"}
          </Button>
          <Button type="submit" loading={running}>
            {endpoint === null ? "Add the endpoint" : "Save"}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Adds or changes an endpoint; of a new one it then shows the secret, once, and no Escape loses it. */
export function WebhookDialog({ opened, onClose, endpoint, events }: WebhookDialogProps) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={endpoint === null ? "Add an endpoint" : "Change the endpoint"}
      onExitTransitionEnd={() => setSecret(null)}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={secret === null}
    >
      <Content
        endpoint={endpoint}
        events={events}
        secret={secret}
        onSecret={setSecret}
        onClose={onClose}
      />
    </Modal>
  );
}
