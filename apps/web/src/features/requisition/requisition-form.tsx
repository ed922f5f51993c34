"use client";

import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import type { RequisitionView } from "@rubric/domain/requisition/schemas";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { allPlaces } from "../../ui/places.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { OWN_JOBS } from "./own-jobs.ts";
import { inputOf, RequisitionValues, valuesOf, whatIsHalf } from "./requisition-values.ts";
import classes from "./requisition.module.css";
import { RequisitionGroups } from "./requisition-groups.tsx";

const BAND = { minMinor: "payMin", maxMinor: "payMax" };
const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "CAD", "PLN", "SEK", "DKK", "NOK", "INR", "JPY"];

/** Writes a requisition, or changes one's own draft; then asks for its approval or keeps it. */
export function RequisitionForm(props: {
  org: string;
  draft: RequisitionView | null;
  approvers: readonly { id: string; name: string }[];
  /** With its id; null when nothing was kept. */
  onDone: (id: string | null) => void;
}) {
  const { draft, approvers, onDone } = props;
  const trpc = useTRPC();
  const { data: jobs } = useQuery(trpc.job.list.queryOptions(OWN_JOBS));
  const { data: library } = useQuery(trpc.framework.list.queryOptions({}));
  const frameworks = (library?.frameworks ?? []).filter((one) =>
    one.versions.some((version) => version.state === "published"),
  );
  const save = useCommand(trpc.requisition.draft.mutationOptions());
  const request = useCommand(trpc.requisition.request.mutationOptions());
  const places = useMemo(() => allPlaces(), []);
  const form = useForm<RequisitionValues>({
    initialValues: valuesOf(draft, { frameworkId: "", levelKey: "" }),
  });
  const { values } = form;
  // Written already where only the asking was refused: another press changes that one.
  const [savedId, setSavedId] = useState(draft?.id ?? null);
  const kept = useDraft(
    `requisition:${draft === null ? "new" : `${draft.id}:${draft.round}`}`,
    1,
    RequisitionValues,
    (found) => form.setValues(found.value),
  );
  const { keep } = kept;
  const dirty = form.isDirty();
  useEffect(() => {
    if (dirty) keep(values);
  }, [dirty, keep, values]);
  const framework = frameworks.find((one) => one.id === values.frameworkId) ?? frameworks[0];
  const levelKey = framework?.levels.some((one) => one.key === values.levelKey)
    ? values.levelKey
    : (framework?.levels[Math.floor(framework.levels.length / 2)]?.key ?? "");
  const lacks =
    library === undefined
      ? "The levels are still being read."
      : framework === undefined
        ? "Publish a framework first: the level is one of it."
        : whatIsMissingOfAny(values);
  const missing = lacks ?? whatIsMissing(values);

  async function store(ask: boolean) {
    const input = inputOf({ ...values, frameworkId: framework?.id ?? "", levelKey }, savedId);
    try {
      const { id: requisitionId } = await save.run(input);
      setSavedId(requisitionId);
      kept.clear();
      if (ask) await request.run({ requisitionId });
      onDone(requisitionId);
    } catch (error) {
      form.setErrors(fieldErrors(error, "band", BAND));
    }
  }

  return (
    <Form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) void store(true);
      }}
    >
      <Paper withBorder p="lg">
        <Stack gap="md">
          {draft?.raised === true ? null : (
            <Select
              label="Job"
              description="Whose openings they are; without one the job is made of the requisition."
              placeholder="None yet"
              clearable
              searchable
              data={(jobs?.jobs ?? []).map((one) => ({ value: one.id, label: one.title }))}
              {...form.getInputProps("jobId")}
            />
          )}
          {values.jobId === null ? (
            <Group grow align="start">
              <TextInput label="Title" required {...form.getInputProps("title")} />
              {frameworks.length > 1 ? (
                <Select
                  label="Framework"
                  allowDeselect={false}
                  data={frameworks.map((one) => ({ value: one.id, label: one.name }))}
                  {...form.getInputProps("frameworkId")}
                  value={framework?.id ?? null}
                />
              ) : null}
              <Select
                label="Level"
                allowDeselect={false}
                data={(framework?.levels ?? []).map((one) => ({
                  value: one.key,
                  label: one.name,
                }))}
                {...form.getInputProps("levelKey")}
                value={levelKey}
              />
            </Group>
          ) : null}
          <Group grow align="start">
            <MultiSelect
              label="Places"
              required
              searchable
              hidePickedOptions
              limit={40}
              data={places}
              {...form.getInputProps("locations")}
            />
            <NumberInput
              label="Seats"
              required
              min={1}
              max={50}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps("seats")}
            />
          </Group>
          <div className={classes.band}>
            <NumberInput
              label="Band from, a year"
              min={0}
              allowNegative={false}
              thousandSeparator=","
              {...form.getInputProps("payMin")}
            />
            <NumberInput
              label="Band to, a year"
              min={0}
              allowNegative={false}
              thousandSeparator=","
              {...form.getInputProps("payMax")}
            />
            <Select
              label="Currency"
              allowDeselect={false}
              searchable
              data={[...new Set([values.currency, ...CURRENCIES])]}
              {...form.getInputProps("currency")}
            />
          </div>
          <Textarea
            label="Reason"
            description="Read by those who approve."
            required
            autosize
            minRows={3}
            {...form.getInputProps("reason")}
          />
          <RequisitionGroups form={form} approvers={approvers} />
          <FormRefusal refusal={save.refusal ?? request.refusal} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={() => onDone(savedId)}>
              Cancel
            </Button>
            <ReasonButton variant="default" reason={lacks} onClick={() => void store(false)}>
              Keep as draft
            </ReasonButton>
            <ReasonButton type="submit" reason={missing} loading={save.running || request.running}>
              Ask for approval
            </ReasonButton>
          </Group>
        </Stack>
      </Paper>
    </Form>
  );
}

/** What a draft lacks to be kept. */
function whatIsMissingOfAny(values: RequisitionValues): string | null {
  if (values.jobId === null && values.title.trim() === "") return "Give it a title.";
  return whatIsHalf(values);
}

/** What it lacks besides to be asked for. */
function whatIsMissing(values: RequisitionValues): string | null {
  if (values.locations.length === 0) return "Name at least one place.";
  if (Number(values.seats) < 1) return "Say how many seats.";
  if (values.payMin === "" || values.payMax === "") return "Say which band.";
  if (values.reason.trim().length < 3) return "Say why.";
  return values.groups.some((group) => group.memberIds.length > 0)
    ? null
    : "Name somebody who approves it.";
}
