"use client";

import {
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
import type { BandListView, BandView } from "@rubric/domain/band/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { digitsOf, toMajor, toMinor } from "../../ui/minor-units.ts";
import { FormRefusal } from "../../ui/refusal.tsx";
import { PlaceField } from "../../ui/place-field.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./band.module.css";

const AMOUNTS = { minMinor: "min", midMinor: "mid", maxMinor: "max" };

interface Props {
  view: BandListView;
  frameworkId: string;
  /** The version whose successor is drafted; null for a band that is new. */
  from: BandView | null;
  onClose: () => void;
}

function Content({ view, frameworkId, from, onClose }: Props) {
  const trpc = useTRPC();
  const draft = useCommand(trpc.band.draft.mutationOptions());
  const money = (minor: number | undefined, currency: string) =>
    minor === undefined ? 0 : toMajor(minor, currency);
  const form = useForm({
    initialValues: {
      levelKey: from?.levelKey ?? view.levels[0]?.key ?? "",
      region: from?.region ?? "",
      currency: from?.currency ?? "EUR",
      min: money(from?.minMinor, from?.currency ?? "EUR"),
      mid: money(from?.midMinor, from?.currency ?? "EUR"),
      max: money(from?.maxMinor, from?.currency ?? "EUR"),
      effectiveFrom: view.today,
      reason: "",
    },
  });
  const { currency } = form.values;

  async function save(values: typeof form.values) {
    const { min, mid, max, reason, ...rest } = values;
    try {
      await draft.run({
        frameworkId,
        reason,
        band: {
          ...rest,
          minMinor: toMinor(min, currency),
          midMinor: toMinor(mid, currency),
          maxMinor: toMinor(max, currency),
        },
      });
      toastDone("The draft waits for another admin.");
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error, "band", AMOUNTS));
    }
  }

  const amount = (name: "min" | "mid" | "max", label: string) => (
    <NumberInput
      label={label}
      value={form.values[name]}
      min={0}
      step={1000}
      hideControls
      data-autofocus={(name === "min" && from !== null) || undefined}
      thousandSeparator=","
      decimalScale={digitsOf(currency)}
      error={form.errors[name]}
      onChange={(value) => form.setFieldValue(name, Number(value) || 0)}
    />
  );
  return (
    <Form onSubmit={form.onSubmit((values) => void save(values))}>
      <Stack gap="md">
        <Group grow align="flex-start">
          <Select
            {...form.getInputProps("levelKey")}
            label="Level"
            data={view.levels.map(({ key, name }) => ({ value: key, label: name }))}
            allowDeselect={false}
            disabled={from !== null}
            data-autofocus={from === null || undefined}
          />
          <PlaceField
            label="Region"
            value={form.values.region}
            error={form.errors["region"]}
            disabled={from !== null}
            onChange={(region) => form.setFieldValue("region", region)}
          />
        </Group>
        <div className={classes.amounts}>
          {amount("min", "Minimum, a year")}
          {amount("mid", "Middle")}
          {amount("max", "Maximum")}
          <TextInput {...form.getInputProps("currency")} label="Currency" />
        </div>
        <DayField
          label="In force from"
          description="Today or later: what was offered by the version before stays right."
          value={form.values.effectiveFrom}
          minDate={view.today}
          valueFormat="D MMM YYYY"
          error={form.errors["effectiveFrom"]}
          onChange={(day) => form.setFieldValue("effectiveFrom", day ?? view.today)}
        />
        <Textarea
          {...form.getInputProps("reason")}
          label="Why"
          description="Read by the admin who approves it, and kept."
          autosize
          minRows={2}
          required
        />
        <FormRefusal refusal={draft.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={draft.running}>
            Draft it
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Drafts a version of a band; another admin approves it. */
export function BandDialog(props: Omit<Props, "from"> & { from: BandView | "new" | null }) {
  const { from } = props;
  return (
    <Modal
      opened={from !== null}
      onClose={props.onClose}
      title={from === "new" ? "Draft a band" : "Draft the next version"}
      size="lg"
      closeOnClickOutside={false}
    >
      <Content {...props} from={from === "new" ? null : from} />
    </Modal>
  );
}
