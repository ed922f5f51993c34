"use client";

import { Button, Group, Modal, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { PolicyListView, PolicyVersionView, PolicyView } from "@rubric/domain/policy/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { showFieldErrors } from "../../ui/field-error.ts";
import { MomentField } from "../../ui/moment-field.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { ParameterFields } from "./parameter-fields.tsx";
import classes from "./policy.module.css";
import { CLIENT_CHOICES, NETWORK_CHOICES, regionChoices, ruleWords } from "./segment-words.ts";
import { Sentence } from "./sentence.tsx";

export type Drafting = {
  /** The draft to change; null for a new version. */
  version: PolicyVersionView | null;
  policy: Pick<PolicyView, "rule" | "segment"> | null;
  /** The rule that a new version begins with; null: the first one. */
  rule: string | null;
};

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
  const form = useForm({
    initialValues: {
      rule: first,
      region: policy?.segment.region ?? null,
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
  const rule = rules.find((one) => one.name === values.rule);
  if (rule === undefined) return null;
  const kind = rule.kinds.find((one) => one === values.kind) ?? rule.kinds[0] ?? "validation";
  const standards = Object.fromEntries(rule.parameters.map((one) => [one.name, one.standard]));
  const parameters = { ...standards, ...values.parameters };

  async function save() {
    try {
      await draft.run({
        versionId: version?.id ?? null,
        rule: values.rule,
        segment: {
          region: values.region,
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
      toastDone("The draft is saved. It binds nobody yet.");
      onClose();
    } catch (error) {
      showFieldErrors(form, error);
    }
  }

  return (
    <form method="post" onSubmit={form.onSubmit(() => void save())}>
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
            onChange={(name, value) =>
              form.setFieldValue("parameters", { ...values.parameters, [name]: value })
            }
          />
        </div>
        <h3 className={classes.part}>For whom</h3>
        <Group grow align="flex-start">
          <Select
            {...form.getInputProps("region")}
            error={form.errors["segment.region"]}
            label="Region"
            description="Empty for everywhere; what lies in it is meant too."
            placeholder="Everywhere"
            data={regionChoices(values.region)}
            nothingFoundMessage="No such region"
            searchable
            clearable
            disabled={policy !== null}
          />
          <Select
            {...form.getInputProps("client")}
            label="Client"
            description="Empty for every client."
            placeholder="Every client"
            data={CLIENT_CHOICES}
            clearable
            disabled={policy !== null}
          />
        </Group>
        <Group grow align="flex-start">
          <Select
            {...form.getInputProps("network")}
            label="Network"
            description="Empty for every network."
            placeholder="Every network"
            data={NETWORK_CHOICES}
            clearable
            disabled={policy !== null}
          />
          <TextInput
            {...form.getInputProps("experiment")}
            error={form.errors["segment.experiment"]}
            label="Experiment and variant"
            description="Empty for everyone."
            placeholder="load:b"
            disabled={policy !== null}
          />
        </Group>
        <h3 className={classes.part}>From when, and why</h3>
        <p className={classes.meta}>
          Without dates it is in force from its approval on, until another version is.
        </p>
        <Group grow align="flex-start">
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
        </Group>
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
          withAsterisk={false}
        />
        <Refusal refusal={Object.keys(form.errors).length > 0 ? null : draft.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={draft.running}>
            Save the draft
          </Button>
        </Group>
      </Stack>
    </form>
  );
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
