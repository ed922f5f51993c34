"use client";

import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";

/** Accepts an invitation, with the account one has or a new one, and enters the organization. */
export function JoinForm({
  token,
  invitation,
}: {
  token: string;
  invitation: { name: string; email: string; orgName: string; hasAccount: boolean };
}) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const accept = useCommand(
    trpc.identity.acceptInvitation.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );
  const form = useForm({ initialValues: { name: invitation.name, password: "" } });

  async function send(values: { name: string; password: string }) {
    try {
      const { orgSlug } = await accept.run({ token, ...values });
      setLeaving(true);
      window.location.assign(`/o/${orgSlug}`);
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  const known = invitation.hasAccount;
  return (
    <Form onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
        <TextInput
          {...form.getInputProps("name")}
          label="Your name"
          description={`As your colleagues at ${invitation.orgName} will see it.`}
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
        />
        <PasswordInput
          {...form.getInputProps("password")}
          label={known ? "Your password" : "Choose a password"}
          description={
            known ? undefined : "At least 12 characters. Four unrelated words make a good one."
          }
          autoComplete={known ? "current-password" : "new-password"}
          required
          withAsterisk={false}
          size="md"
        />
        <FormRefusal refusal={accept.refusal} />
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={accept.running || leaving}
          // Of whatever length the name is.
          styles={{ root: { height: "auto", paddingBlock: 8 }, label: { whiteSpace: "normal" } }}
        >
          Join {invitation.orgName}
        </Button>
        {known ? (
          <Anchor href="/forgot" size="sm">
            Forgot your password?
          </Anchor>
        ) : null}
      </Stack>
    </Form>
  );
}
