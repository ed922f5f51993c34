"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { formErrors } from "./form-errors.ts";
import classes from "./public.module.css";

/** Asks for a fresh link to one's own page; the answer is the same for any address. */
export function LinkForm({ org }: { org: string }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.candidate.requestLink.mutationOptions(), { refresh: false });
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "" } });

  async function send({ email }: { email: string }) {
    try {
      await ask.run({ slug: org, email });
      setAsked(email.trim());
    } catch (error) {
      form.setErrors(formErrors(error));
    }
  }

  if (asked !== null) {
    return (
      <section className={classes.thanks} aria-live="polite">
        <p>
          If someone applied here with <strong>{asked}</strong>, a fresh link is on its way there.
          It may take a minute. Look into your spam folder too.
        </p>
      </section>
    );
  }
  return (
    <Form onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="md">
        <TextInput
          key={form.key("email")}
          {...form.getInputProps("email")}
          label="The e-mail address that you applied with"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
        />
        <FormRefusal refusal={ask.refusal} />
        <div>
          <Button type="submit" size="md" loading={ask.running}>
            Send me a link
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
