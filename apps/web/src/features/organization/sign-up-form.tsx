"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { addressOf } from "./address.ts";
import { TimeZoneSelect } from "./time-zone-select.tsx";
import { ownTimeZone } from "./time-zones.ts";

const empty = { name: "", address: "", timeZone: "", yourName: "", email: "", password: "" };

/** Creates an organization with its first admin, and enters it. */
export function SignUpForm({ host }: { host: string }) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const [ownAddress, setOwnAddress] = useState(false);
  const create = useCommand(trpc.organization.create.mutationOptions(), { refresh: false });
  const form = useForm({ initialValues: empty });
  const { setFieldValue } = form;
  useEffect(() => setFieldValue("timeZone", ownTimeZone()), [setFieldValue]);

  async function send(values: typeof empty) {
    try {
      const { orgSlug } = await create.run(values);
      setLeaving(true);
      window.location.assign(`/o/${orgSlug}`);
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <TextInput
          {...form.getInputProps("name")}
          onChange={(event) => {
            const name = event.currentTarget.value;
            form.setFieldValue("name", name);
            if (!ownAddress) form.setFieldValue("address", addressOf(name));
          }}
          label="Organization"
          autoComplete="organization"
          required
          withAsterisk={false}
          size="md"
        />
        <TextInput
          {...form.getInputProps("address")}
          onChange={(event) => {
            setOwnAddress(true);
            form.setFieldValue("address", event.currentTarget.value);
          }}
          label="Address"
          description={`Your job board will be ${host}/${form.values.address || "…"}/jobs. It cannot be changed later.`}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          size="md"
        />
        <TimeZoneSelect
          size="md"
          description="For reminders and for dates in e-mails."
          value={form.values.timeZone}
          onChange={(zone) => form.setFieldValue("timeZone", zone)}
          error={form.errors.timeZone}
        />
        <TextInput
          {...form.getInputProps("yourName")}
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
        />
        <TextInput
          {...form.getInputProps("email")}
          label="Your e-mail"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
        />
        <PasswordInput
          {...form.getInputProps("password")}
          label="Password"
          description="At least 12 characters. Four unrelated words make a good one."
          autoComplete="new-password"
          required
          withAsterisk={false}
          size="md"
        />
        <FormRefusal refusal={create.refusal} />
        <Button type="submit" size="md" fullWidth loading={create.running || leaving}>
          Create the organization
        </Button>
      </Stack>
    </Form>
  );
}
