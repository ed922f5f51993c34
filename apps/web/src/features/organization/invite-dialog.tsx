"use client";

import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { type Role, RoleChoices } from "./role-choices.tsx";

interface Values {
  email: string;
  name: string;
  title: string;
  roles: Role[];
}

function Content({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const invite = useCommand(trpc.organization.invite.mutationOptions());
  const form = useForm<Values>({
    initialValues: { email: "", name: "", title: "", roles: ["interviewer"] },
  });

  async function send(values: Values) {
    try {
      const { email } = await invite.run(values);
      toastDone(`An invitation is on its way to ${email}.`);
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <TextInput
          {...form.getInputProps("email")}
          label="E-mail"
          type="email"
          autoComplete="off"
          required
          data-autofocus
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...form.getInputProps("name")} label="Name" autoComplete="off" required />
          <TextInput
            {...form.getInputProps("title")}
            label="Title"
            placeholder="Staff Engineer"
            autoComplete="off"
          />
        </SimpleGrid>
        <RoleChoices
          value={form.values.roles}
          onChange={(roles) => form.setFieldValue("roles", roles)}
          error={form.errors.roles}
        />
        <FormRefusal refusal={invite.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={invite.running}>
            Send the invitation
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Invites a person by e-mail. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Invite someone" size="lg">
      <Content onClose={onClose} />
    </Modal>
  );
}
