"use client";

import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { Refusal } from "../../ui/refusal.tsx";

/** Sets a new password by the link of an e-mail, then leads to the sign-in page. */
export function ResetForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const reset = useCommand(
    trpc.identity.resetPassword.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );
  const form = useForm({ initialValues: { password: "" } });

  async function send({ password }: { password: string }) {
    try {
      await reset.run({ token, password });
      setLeaving(true);
      window.location.assign("/sign-in?reset");
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <PasswordInput
          {...form.getInputProps("password")}
          label="New password"
          description="At least 12 characters. Four unrelated words make a good one."
          autoComplete="new-password"
          required
          withAsterisk={false}
          size="md"
        />
        <Refusal refusal={form.errors.password === undefined ? reset.refusal : null} />
        <Button type="submit" size="md" fullWidth loading={reset.running || leaving}>
          Set the password
        </Button>
      </Stack>
    </Form>
  );
}
