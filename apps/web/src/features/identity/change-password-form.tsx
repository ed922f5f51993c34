"use client";

import { Button, PasswordInput, Stack, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

const empty = { current: "", password: "" };

/** Changes one's own password; this browser stays signed in and every other one does not. */
export function ChangePasswordForm() {
  const trpc = useTRPC();
  const change = useCommand(trpc.identity.changePassword.mutationOptions());
  const form = useForm({ initialValues: empty });

  async function send(values: typeof empty) {
    try {
      await change.run(values);
      form.reset();
      toastDone("Your password is changed. Every other session has ended.");
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Title order={2}>Password</Title>
      <p style={{ margin: "4px 0 12px", color: "var(--rb-text-2)" }}>
        You stay signed in here, and are signed out everywhere else.
      </p>
      <Stack gap="md" maw={376}>
        <PasswordInput
          {...form.getInputProps("current")}
          label="Current password"
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <PasswordInput
          {...form.getInputProps("password")}
          label="New password"
          description="At least 12 characters. Four unrelated words make a good one."
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <FormRefusal refusal={change.refusal} />
        <Button type="submit" loading={change.running} style={{ alignSelf: "flex-start" }}>
          Change the password
        </Button>
      </Stack>
    </Form>
  );
}
