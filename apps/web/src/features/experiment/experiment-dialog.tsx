"use client";

import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ExperimentsView } from "@rubric/domain/experiment/schemas";
import { IconX } from "@tabler/icons-react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import classes from "./experiment.module.css";

interface ExperimentDialogProps {
  rules: ExperimentsView["rules"];
  opened: boolean;
  onClose: () => void;
  onWritten: (experimentId: string) => void;
}

function Content({ rules, onClose, onWritten }: Omit<ExperimentDialogProps, "opened">) {
  const trpc = useTRPC();
  const draft = useCommand(trpc.experiment.draft.mutationOptions());
  const [first] = rules;
  const form = useForm({
    initialValues: {
      name: "",
      question: "",
      rule: first?.name ?? "",
      metric: first?.metrics[0]?.name ?? "withdrew",
      variants: [
        { key: "as_now", weight: 50 },
        { key: "new", weight: 50 },
      ],
      minimum: 100,
    },
  });
  const rule = rules.find((one) => one.name === form.values.rule);
  const metric = rule?.metrics.find((one) => one.name === form.values.metric);
  const { variants } = form.values;

  async function save(values: typeof form.values) {
    try {
      onWritten((await draft.run(values)).id);
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <Form onSubmit={form.onSubmit((values) => void save(values))}>
      <Stack gap="md">
        <TextInput {...form.getInputProps("name")} label="Name" required data-autofocus />
        <Textarea
          {...form.getInputProps("question")}
          label="What is it to find out?"
          required
          autosize
        />
        <Select
          {...form.getInputProps("rule")}
          label="Rule"
          description={rule?.running ? "An experiment on it is running; stop that one first." : ""}
          data={rules.map((one) => ({ value: one.name, label: one.sentence }))}
          allowDeselect={false}
          onChange={(name) => {
            const chosen = rules.find((one) => one.name === name);
            if (chosen === undefined) return;
            form.setValues({
              rule: chosen.name,
              metric: chosen.metrics[0]?.name ?? form.values.metric,
            });
          }}
        />
        <Select
          {...form.getInputProps("metric")}
          label="Measured by"
          description={metric?.definition}
          data={(rule?.metrics ?? []).map((one) => ({ value: one.name, label: one.title }))}
          allowDeselect={false}
        />
        <fieldset className={classes.variants}>
          <legend>Variants</legend>
          {variants.map((_, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a variant is known by its place
            <Group key={at} gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                {...form.getInputProps(`variants.${at}.key`)}
                aria-label={`Name of variant ${at + 1}`}
                style={{ flex: 1 }}
              />
              <NumberInput
                {...form.getInputProps(`variants.${at}.weight`)}
                aria-label={`Weight of variant ${at + 1}`}
                suffix=" %"
                min={1}
                max={99}
                w={96}
              />
              {variants.length > 2 ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={`Remove variant ${at + 1}`}
                  onClick={() => form.removeListItem("variants", at)}
                >
                  <IconX size={16} stroke={1.6} />
                </ActionIcon>
              ) : null}
            </Group>
          ))}
          {form.errors.variants === undefined ? null : (
            <p className={classes.error}>{form.errors.variants}</p>
          )}
          {variants.length < 4 ? (
            <Button
              variant="subtle"
              size="xs"
              onClick={() => form.insertListItem("variants", { key: "", weight: 1 })}
            >
              Add a variant
            </Button>
          ) : null}
        </fieldset>
        <NumberInput
          {...form.getInputProps("minimum")}
          label={
            rule?.subject === "application"
              ? "Applications a variant needs"
              : "Candidates a variant needs"
          }
          description="Below it nothing is said of the variant."
          min={20}
          max={100_000}
        />
        <FormRefusal refusal={draft.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={draft.running}>
            Write it down
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Writes an experiment down; another admin starts it. */
export function ExperimentDialog({ opened, ...rest }: ExperimentDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title="Write an experiment"
      size="lg"
      closeOnClickOutside={false}
    >
      <Content {...rest} />
    </Modal>
  );
}
