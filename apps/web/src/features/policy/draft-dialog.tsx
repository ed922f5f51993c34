"use client";

import {
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { SegmentView } from "@rubric/domain/policy/explanation";
import {
  type PolicyListView,
  PolicyVersionView,
  type PolicyView,
} from "@rubric/domain/policy/schemas";
import { useEffect } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { errorsBut, fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import { PlaceField } from "../../ui/place-field.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { CLIENT_CHOICES, NETWORK_CHOICES, ruleWords } from "../../ui/segment-words.ts";
import { ParameterFields } from "./parameter-fields.tsx";
import classes from "./policy.module.css";
import { Sentence } from "./sentence.tsx";

export type Drafting = {
  /** The draft to change; null for a new version. */
  version: PolicyVersionView | null;
  policy: Pick<PolicyView, "rule" | "segment"> | null;
  /** The rule that is chosen at first. */
  rule?: string;
};

/** What is typed, as it is kept in the browser. */
const Typed = SegmentView.pick({ client: true, network: true }).extend({
  rule: z.string(),
  region: z.string(),
  experiment: z.string(),
  kind: PolicyVersionView.shape.kind.nullable(),
  parameters: z.record(z.string(), z.unknown()),
  ends: z.boolean(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  reason: z.string(),
});

interface DraftDialogProps {
  drafting: Drafting | null;
  rules: PolicyListView["rules"];
  onClose: () => void;
}

function Content({ drafting, rules, onClose }: DraftDialogProps & { drafting: Drafting }) {
  const trpc = useTRPC();
  const draft = useCommand(trpc.policy.draft.mutationOptions());
  const { version, policy } = drafting;
  const first = policy?.rule ?? drafting.rule ?? rules[0]?.name ?? "";
  const form = useForm<z.infer<typeof Typed>>({
    initialValues: {
      rule: first,
      region: policy?.segment.region ?? "",
      experiment: policy?.segment.experiment ?? "",
      client: policy?.segment.client ?? null,
      network: policy?.segment.network ?? null,
      kind: version?.kind ?? rules.find((one) => one.name === first)?.kinds[0] ?? null,
      parameters: version?.parameters ?? {},
      ends: version?.ends ?? false,
      effectiveFrom: version?.effectiveFrom ?? null,
      effectiveTo: version?.effectiveTo ?? null,
      reason: version?.reason ?? "",
    },
  });
  const { values } = form;
  const kept = useDraft(keptUnder(drafting), 1, Typed, (found) => form.setValues(found.value));
  const { keep } = kept;
  const dirty = form.isDirty();
  useEffect(() => {
    if (dirty) keep(values);
  }, [dirty, keep, values]);
  const rule = rules.find((one) => one.name === values.rule);
  if (rule === undefined) return null;
  const kind = rule.kinds.find((one) => one === values.kind) ?? rule.kinds[0] ?? "validation";
  const standards = Object.fromEntries(rule.parameters.map((one) => [one.name, one.standard]));
  const own = ofKind(rule, kind).filter(({ name }) => name in values.parameters);
  const typed = Object.fromEntries(own.map(({ name }) => [name, values.parameters[name]]));
  const parameters = { ...standards, ...typed };

  async function save() {
    try {
      await draft.run({
        versionId: version?.id ?? null,
        revision: version?.revision,
        rule: values.rule,
        segment: {
          region: values.region === "" ? null : values.region,
          experiment: values.experiment.trim() === "" ? null : values.experiment.trim(),
          client: values.client,
          network: values.network,
        },
        kind,
        parameters,
        ends: values.ends,
        effectiveFrom: asInstant(values.effectiveFrom),
        effectiveTo: asInstant(values.effectiveTo),
        reason: values.reason,
      });
      kept.clear();
      toastDone("The draft is saved. It binds nobody yet.");
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error, "segment"));
    }
  }

  return (
    <Form onSubmit={form.onSubmit(() => void save())}>
      <Stack gap="md">
        <Select
          {...form.getInputProps("rule")}
          label="Rule"
          data={rules.map((one) => ({ value: one.name, label: ruleWords(one.name) }))}
          disabled={policy !== null}
          allowDeselect={false}
          searchable
          onChange={(name) => form.setValues({ rule: name ?? "", parameters: {}, kind: null })}
          openOnFocus={false}
          data-autofocus
        />
        <Sentence template={rule.templates[kind] ?? ""} parameters={parameters} />
        {rule.kinds.length === 1 ? null : (
          <Select
            label="What the rule does"
            data={rule.kinds.map((one) => ({
              value: one,
              label: one === "validation" ? "Refuse" : "Accept, and add an effect",
            }))}
            value={kind}
            allowDeselect={false}
            onChange={(given) =>
              form.setFieldValue("kind", rule.kinds.find((one) => one === given) ?? null)
            }
          />
        )}
        <div className={classes.fields}>
          <ParameterFields
            parameters={ofKind(rule, kind)}
            values={parameters}
            errors={form.errors}
            onChange={(name, value) => {
              form.setFieldValue("parameters", { ...values.parameters, [name]: value });
              form.setErrors((errors) => errorsBut(errors, `parameters.${name}`));
            }}
          />
        </div>
        <h3 className={classes.part}>For whom</h3>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <PlaceField
            label="Region"
            value={values.region}
            error={form.errors["region"]}
            disabled={policy !== null}
            onChange={(region) => form.setFieldValue("region", region)}
          />
          <Select
            {...form.getInputProps("client")}
            label="Client"
            placeholder="Every client"
            data={CLIENT_CHOICES}
            clearable
            disabled={policy !== null}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <Select
            {...form.getInputProps("network")}
            label="Network"
            placeholder="Every network"
            data={NETWORK_CHOICES}
            clearable
            disabled={policy !== null}
          />
          <TextInput
            {...form.getInputProps("experiment")}
            label="Experiment and variant"
            placeholder="Everyone, or load:b"
            disabled={policy !== null}
          />
        </SimpleGrid>
        <h3 className={classes.part}>From when, and why</h3>
        <p className={classes.meta}>
          Without dates it is in force from its approval on, until another version is.
        </p>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <MomentField
            label="In force from"
            value={values.effectiveFrom}
            error={form.errors["effectiveFrom"]}
            onChange={(given) => form.setFieldValue("effectiveFrom", given)}
          />
          <MomentField
            label="Until"
            value={values.effectiveTo}
            error={form.errors["effectiveTo"]}
            onChange={(given) => form.setFieldValue("effectiveTo", given)}
          />
        </SimpleGrid>
        <Switch
          {...form.getInputProps("ends", { type: "checkbox" })}
          label="End the policy of this segment"
          description="From then on the next wider segment decides, and in the end the rule's standard."
        />
        <Textarea
          {...form.getInputProps("reason")}
          label="Reason"
          description="Who approves it reads this, and so does who asks in years why it was set."
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
            Save the draft
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Of a version that was changed since, nothing that was typed before is put over it. */
function keptUnder({ version, policy }: Drafting): string {
  if (version !== null) return `policy:${version.id}:${version.revision}`;
  return `policy:new:${policy === null ? "" : JSON.stringify(policy)}`;
}

/** What this kind of the rule goes by: parameters that only its other kind speaks of are left out. */
function ofKind({ parameters, templates }: PolicyListView["rules"][number], kind: string) {
  const speaksOf = (of: string, name: string) => templates[of]?.includes(`{${name}}`) === true;
  return parameters.filter(
    ({ name }) =>
      speaksOf(kind, name) || !Object.keys(templates).some((other) => speaksOf(other, name)),
  );
}

function asInstant(value: string | null): string | null {
  return value === null || value === "" ? null : new Date(value).toISOString();
}

/** Drafts a version of a policy: the sentence first, then its parameters, its segment and its dates. */
export function DraftDialog(props: DraftDialogProps) {
  const { drafting, onClose } = props;
  return (
    <Modal
      opened={drafting !== null}
      onClose={onClose}
      title={drafting?.version == null ? "Draft a policy" : "Change the draft"}
      size="lg"
      closeOnClickOutside={false}
    >
      {drafting === null ? null : <Content {...props} drafting={drafting} />}
    </Modal>
  );
}
