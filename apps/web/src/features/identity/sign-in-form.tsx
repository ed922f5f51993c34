"use client";

import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { type DemoAccount, DemoAccounts } from "./demo-accounts.tsx";

/** E-mail and password; in demo mode also one button for each demo account. */
export function SignInForm({ back, demo }: { back: string; demo: DemoAccount[] }) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const signIn = useCommand(
    trpc.identity.signIn.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "", password: "" } });

  async function enter(values: { email: string; password: string }) {
    try {
      await signIn.run({ email: values.email.trim(), password: values.password });
      setLeaving(true);
      window.location.assign(back);
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  const busy = signIn.running || leaving;
  return (
    <Stack gap={32}>
      <Form onSubmit={form.onSubmit(enter)}>
        <Stack gap="md">
          <TextInput
            key={form.key("email")}
            {...form.getInputProps("email")}
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            size="md"
          />
          <PasswordInput
            key={form.key("password")}
            {...form.getInputProps("password")}
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
          />
          <FormRefusal refusal={signIn.refusal} />
          <Button type="submit" size="md" fullWidth loading={busy}>
            Sign in
          </Button>
          <Anchor
            href="/forgot"
            size="sm"
            onClick={(event) => {
              // What was typed goes along, in the part of an address that no server sees.
              const email = form.getValues().email.trim();
              event.currentTarget.href = `/forgot#${new URLSearchParams({ email })}`;
            }}
          >
            Forgot your password?
          </Anchor>
        </Stack>
      </Form>
      {demo.length === 0 ? null : (
        <DemoAccounts accounts={demo} disabled={busy} onChoose={(one) => void enter(one)} />
      )}
    </Stack>
  );
}
