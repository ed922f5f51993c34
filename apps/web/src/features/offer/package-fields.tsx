"use client";

import type { OfferListView } from "@rubric/domain/offer/schemas";
import { CONDITION_KINDS } from "@rubric/domain/offer/package-schemas";
import { Button, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { digitsOf, toMajor, toMinor } from "../../ui/minor-units.ts";
import { DayField } from "../../ui/day-field.tsx";
import { CONDITION_WORDS } from "./condition-words.ts";
import classes from "./offer.module.css";
import type { PackageDraft } from "./package-draft.ts";

type Fields = {
  value: PackageDraft;
  amountMinor: number;
  currency: string;
  errors: Readonly<Record<string, string>>;
  onChange: (changed: Partial<PackageDraft>) => void;
};

/** What an offer pays beside the base; the variable pay is typed as an amount or in percent. */
export function PackageFields({ value, amountMinor, currency, errors, onChange }: Fields) {
  const money = (label: string, minor: number | null, set: (minor: number | null) => void) => (
    <NumberInput
      label={label}
      value={minor === null ? "" : toMajor(minor, currency)}
      min={0}
      step={500}
      thousandSeparator=","
      decimalScale={digitsOf(currency)}
      onChange={(typed) => set(typed === "" ? null : toMinor(Number(typed) || 0, currency))}
    />
  );
  return (
    <fieldset className={classes.fields}>
      <legend>Beside the base</legend>
      <Stack gap="md">
        <Group grow align="flex-start">
          {money("Variable pay a year, target", value.variableMinor, (minor) =>
            onChange({ variableMinor: minor ?? 0, variablePercent: null }),
          )}
          <NumberInput
            label="or in percent of the base"
            value={value.variablePercent ?? ""}
            min={1}
            max={500}
            suffix=" %"
            allowDecimal={false}
            onChange={(typed) => {
              const percent = Number(typed) || null;
              onChange({
                variablePercent: percent,
                variableMinor: Math.round((amountMinor * (percent ?? 0)) / 100),
              });
            }}
          />
          {money("Signing bonus, once", value.signingMinor, (minor) =>
            onChange({ signingMinor: minor ?? 0 }),
          )}
        </Group>
        <Group grow align="flex-start">
          <TextInput
            label="Equity"
            placeholder="0.05 % in options over four years"
            value={value.equity}
            error={errors["equity"]}
            onChange={(event) => onChange({ equity: event.currentTarget.value })}
          />
          {money("Its value a year, if one is put on it", value.equityMinor, (equityMinor) =>
            onChange({ equityMinor }),
          )}
        </Group>
        {value.benefits.map((benefit, index) => {
          const set = (changed: Partial<typeof benefit>) =>
            onChange({ benefits: value.benefits.with(index, { ...benefit, ...changed }) });
          return (
            <Group key={index} align="flex-end" wrap="nowrap">
              <TextInput
                label={`Benefit ${index + 1}`}
                value={benefit.name}
                error={errors[`benefits.${index}.name`]}
                flex={1}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              {money("Value a year, if any", benefit.valueMinor, (valueMinor) =>
                set({ valueMinor }),
              )}
              <Button
                variant="subtle"
                aria-label={`Remove benefit ${index + 1}`}
                onClick={() => onChange({ benefits: value.benefits.toSpliced(index, 1) })}
              >
                Remove
              </Button>
            </Group>
          );
        })}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          onClick={() =>
            onChange({ benefits: [...value.benefits, { name: "", valueMinor: null }] })
          }
        >
          Add a benefit
        </Button>
      </Stack>
    </fieldset>
  );
}

/** What must hold before the offer is confirmed, beside what the law of the place demands. */
export function ConditionFields({
  value,
  errors,
  onChange,
}: Pick<Fields, "value" | "errors" | "onChange">) {
  const { conditionList } = value;
  return (
    <fieldset className={classes.fields}>
      <legend>Conditions to keep</legend>
      <Stack gap="sm">
        <p className={classes.quiet}>
          Stated in the offer, and each met or waived before it is confirmed. Where the law demands
          the consent of a works council, it is added by itself.
        </p>
        {conditionList.map((condition, index) => {
          const set = (changed: Partial<typeof condition>) =>
            onChange({ conditionList: conditionList.with(index, { ...condition, ...changed }) });
          return (
            <Group key={index} align="flex-end" wrap="nowrap">
              <Select
                label={`Condition ${index + 1}`}
                data={CONDITION_KINDS.map((kind) => ({
                  value: kind,
                  label: CONDITION_WORDS[kind],
                }))}
                value={condition.kind}
                allowDeselect={false}
                onChange={(typed) => {
                  const kind = CONDITION_KINDS.find((one) => one === typed);
                  if (kind !== undefined) set({ kind });
                }}
              />
              <TextInput
                label="In words"
                value={condition.words}
                error={errors[`conditionList.${index}.words`]}
                flex={1}
                onChange={(event) => set({ words: event.currentTarget.value })}
              />
              {condition.kind === "works_council" ? (
                <DayField
                  label="Asked on"
                  placeholder="Not yet"
                  clearable
                  valueFormat="D MMM YYYY"
                  value={condition.askedOn}
                  onChange={(askedOn) => set({ askedOn, dueOn: null })}
                />
              ) : null}
              <Button
                variant="subtle"
                aria-label={`Remove condition ${index + 1}`}
                onClick={() => onChange({ conditionList: conditionList.toSpliced(index, 1) })}
              >
                Remove
              </Button>
            </Group>
          );
        })}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          onClick={() =>
            onChange({
              conditionList: [
                ...conditionList,
                {
                  kind: "right_to_work",
                  words: CONDITION_WORDS.right_to_work,
                  askedOn: null,
                  dueOn: null,
                },
              ],
            })
          }
        >
          Add a condition
        </Button>
      </Stack>
    </fieldset>
  );
}

/** Whom the approval flow in force asks, one group after the other. */
export function FlowWords({ flow }: { flow: OfferListView["flow"] }) {
  return (
    <div>
      <p className={classes.label}>Approved by</p>
      <ol className={classes.flow}>
        {flow.map((group) => (
          <li key={group.name}>
            {group.name}: {group.approvals} of {group.members.join(", ")}
          </li>
        ))}
      </ol>
    </div>
  );
}
