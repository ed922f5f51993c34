"use client";

import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { PERSONAL_SCOPES, SERVICE_SCOPES, TOKEN_DAYS } from "@rubric/domain/token/rules";
import type { CreatedTokenView } from "@rubric/domain/token/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { type Scope, ScopeChoices } from "./scope-choices.tsx";
import { ShownOnce } from "./shown-once.tsx";

type Services = { id: string; name: string }[] | null;

interface Values {
  serviceId: string;
  name: string;
  days: string;
  scopes: Scope[];
}

const DAYS = [TOKEN_DAYS.least, 30, TOKEN_DAYS.usual, 180, TOKEN_DAYS.most];

interface FormProps {
  services: Services;
  onClose: () => void;
  onMade: (made: CreatedTokenView) => void;
}

function TokenForm({ services, onClose, onMade }: FormProps) {
  const trpc = useTRPC();
  const create = useCommand(trpc.token.create.mutationOptions());
  const form = useForm<Values>({
    initialValues: { serviceId: "", name: "", days: String(TOKEN_DAYS.usual), scopes: [] },
  });
  const { serviceId, scopes } = form.values;
  const offered = serviceId === "" ? PERSONAL_SCOPES : SERVICE_SCOPES;

  async function make(values: Values) {
    try {
      onMade(
        await create.run({
          serviceId: values.serviceId === "" ? null : values.serviceId,
          name: values.name,
          days: Number(values.days),
          scopes: values.scopes.filter((scope) => offered.includes(scope)),
        }),
      );
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(make)}>
      <Stack gap="md">
        <TextInput
          {...form.getInputProps("name")}
          label="Name"
          description="What will use it, so that you know later what to revoke."
          placeholder="Nightly report"
          autoComplete="off"
          required
          data-autofocus
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            {...form.getInputProps("days")}
            label="Ends after"
            data={DAYS.map((days) => ({ value: String(days), label: `${days} days` }))}
          />
          {services === null ? null : (
            <NativeSelect
              {...form.getInputProps("serviceId")}
              label="Acts as"
              data={[
                { value: "", label: "You" },
                ...services.map(({ id, name }) => ({ value: id, label: `${name} (service)` })),
              ]}
            />
          )}
        </SimpleGrid>
        <ScopeChoices
          offered={offered}
          value={scopes.filter((scope) => offered.includes(scope))}
          onChange={(chosen) => form.setFieldValue("scopes", chosen)}
          error={form.errors.scopes}
        />
        <FormRefusal refusal={create.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={create.running}>
            Make the token
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Makes a token and shows it once; a click beside the dialog does not lose it. */
export function CreateTokenDialog(props: {
  services: Services;
  opened: boolean;
  onClose: () => void;
}) {
  const { services, opened, onClose } = props;
  const [made, setMade] = useState<CreatedTokenView | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => setMade(null)}
      title={made === null ? "Make an access token" : "Your new token"}
      size="lg"
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
    >
      {made === null ? (
        <TokenForm services={services} onClose={onClose} onMade={setMade} />
      ) : (
        <ShownOnce made={made} onClose={onClose} />
      )}
    </Modal>
  );
}
