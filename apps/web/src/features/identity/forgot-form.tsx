"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";

/** Asks for the e-mail that resets a password; says the same whether the address is known or not. */
export function ForgotForm() {
  const trpc = useTRPC();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useCommand(trpc.identity.requestReset.mutationOptions(), { refresh: false });
  const form = useForm({ initialValues: { email: "" } });

  const { setFieldValue } = form;
  useEffect(() => {
    const typed = new URLSearchParams(window.location.hash.slice(1)).get("email");
    if (typed !== null) setFieldValue("email", typed);
  }, [setFieldValue]);

  async function send({ email }: { email: string }) {
    try {
      await ask.run({ email });
      setSentTo(email.trim());
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  if (sentTo !== null) {
    return (
      <EmptyState
        compact
        title="Look into your inbox"
        action={
          <Button variant="default" onClick={() => setSentTo(null)}>
            Try another address
          </Button>
        }
      >
        If {sentTo} has an account here, an e-mail is on its way. Its link works once, within 2
        hours.
      </EmptyState>
    );
  }
  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <TextInput
          {...form.getInputProps("email")}
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
        />
        <FormRefusal refusal={ask.refusal} />
        <Button type="submit" size="md" fullWidth loading={ask.running}>
          Send the link
        </Button>
      </Stack>
    </Form>
  );
}
