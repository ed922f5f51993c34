"use client";

import { Anchor, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { type Role, RoleChoices } from "./role-choices.tsx";

interface Values {
  name: string;
  roles: Role[];
}

function Content({ org, onClose }: { org: string; onClose: () => void }) {
  const trpc = useTRPC();
  const add = useCommand(trpc.organization.addService.mutationOptions());
  const form = useForm<Values>({ initialValues: { name: "", roles: [] } });

  async function save(values: Values) {
    try {
      const { name } = await add.run(values);
      toastDone(`${name} is a service account now. Make a token for it under Access tokens.`);
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(save)}>
      <Stack gap="md">
        <p style={{ margin: 0, color: "var(--rb-text-2)" }}>
          For a program that belongs to the organization rather than to a person. It has no password
          and gets no e-mail; it calls Rubric with an{" "}
          <Anchor component={Link} href={`/o/${org}/settings/tokens`} underline="always">
            access token
          </Anchor>
          . It is in no job&apos;s team, judges nobody, and reads nothing that is sealed.
        </p>
        <TextInput
          {...form.getInputProps("name")}
          label="Name"
          placeholder="Reporting"
          autoComplete="off"
          required
          data-autofocus
        />
        <RoleChoices
          value={form.values.roles}
          onChange={(roles) => form.setFieldValue("roles", roles)}
          error={form.errors.roles}
        />
        <FormRefusal refusal={add.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={add.running}>
            Add the service account
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Adds a member that is a program. */
export function AddServiceDialog(props: { org: string; opened: boolean; onClose: () => void }) {
  const { org, opened, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title="Add a service account" size="lg">
      <Content org={org} onClose={onClose} />
    </Modal>
  );
}
