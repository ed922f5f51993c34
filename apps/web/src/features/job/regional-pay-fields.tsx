"use client";

import { ActionIcon, Button, NumberInput, Select } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { CURRENCIES } from "./currencies.ts";
import { withItem } from "./plan-content.ts";
import type { TypedPay } from "./post-values.ts";
import classes from "./posts-page.module.css";

/** The ranges of places that are paid otherwise than the post says. */
export function RegionalPayFields(props: {
  ranges: TypedPay[];
  places: { value: string; label: string }[];
  /** What a new one begins with. */
  currency: string;
  errors: FormErrors;
  onChange: (ranges: TypedPay[]) => void;
}) {
  const { ranges, places, currency, errors, onChange } = props;
  const change = (at: number, part: Partial<TypedPay>) => {
    const range = ranges[at];
    if (range !== undefined) onChange(withItem(ranges, at, { ...range, ...part }));
  };
  return (
    <fieldset className={classes.questions}>
      <legend>Paid otherwise in some places</legend>
      {ranges.map((range, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows are typed and have no other name
        <div key={index} className={classes.range}>
          <Select
            aria-label={`Place of range ${index + 1}`}
            placeholder="Place"
            searchable
            limit={40}
            data={places}
            value={range.region === "" ? null : range.region}
            error={errors[`statements.regionalPay.${index}.region`]}
            onChange={(region) => change(index, { region: region ?? "" })}
          />
          <NumberInput
            aria-label={`Pay from of range ${index + 1}, a year`}
            placeholder="From"
            min={0}
            allowNegative={false}
            hideControls
            thousandSeparator=" "
            value={range.min}
            error={errors[`statements.regionalPay.${index}.minMinor`]}
            onChange={(min) => change(index, { min })}
          />
          <NumberInput
            aria-label={`Pay to of range ${index + 1}, a year`}
            placeholder="To"
            min={0}
            allowNegative={false}
            hideControls
            thousandSeparator=" "
            value={range.max}
            error={errors[`statements.regionalPay.${index}.maxMinor`]}
            onChange={(max) => change(index, { max })}
          />
          <Select
            aria-label={`Currency of range ${index + 1}`}
            allowDeselect={false}
            data={CURRENCIES}
            value={range.currency}
            onChange={(of) => change(index, { currency: of ?? range.currency })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`Remove range ${index + 1}`}
            onClick={() => onChange(withItem(ranges, index, null))}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      {ranges.length < 30 ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
          onClick={() => onChange([...ranges, { region: "", min: "", max: "", currency }])}
        >
          Add a range of a place
        </Button>
      ) : null}
    </fieldset>
  );
}
