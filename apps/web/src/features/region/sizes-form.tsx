"use client";

import { ActionIcon, Button, Checkbox, Group, NumberInput, Select } from "@mantine/core";
import type { RegionsView } from "@rubric/domain/region/schemas";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import panel from "../../ui/panel.module.css";
import { allPlaces } from "../../ui/places.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./regions.module.css";

type Row = { region: string; employees: number | string };

/** How many the organization employs where; what is not said counts as enough. */
export function SizesForm({ view }: { view: RegionsView }) {
  const trpc = useTRPC();
  const save = useCommand(trpc.region.setSizes.mutationOptions());
  const [rows, setRows] = useState<Row[]>(view.sizes);
  const [traits, setTraits] = useState(view.traits);
  const places = useMemo(() => [{ value: "EU", label: "European Union" }, ...allPlaces()], []);
  const sizes = rows.flatMap(({ region, employees }) =>
    region === "" || typeof employees !== "number" ? [] : [{ region, employees }],
  );
  const changed = JSON.stringify([sizes, traits]) !== JSON.stringify([view.sizes, view.traits]);
  const lacks =
    sizes.length < rows.length
      ? "Name a place and a number in each row, or remove the row."
      : changed
        ? null
        : "Nothing has been changed.";
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));

  async function send() {
    const saved = await save.run({ sizes, traits }).then(
      () => true,
      () => false,
    );
    if (saved) toastDone("The size is saved.");
  }

  return (
    <section className={panel.panel} aria-labelledby="sizes-title">
      <h2 className={panel.title} id="sizes-title">
        How many you employ where
      </h2>
      <p className={panel.quiet}>
        Many rules bind only from a number of employees on. Of a place that is not named here the
        narrowest one around it counts; where nothing is known, the rule is owed.
      </p>
      <Form
        className={classes.sizes}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows are typed and have no other name
          <div key={index} className={classes.size}>
            <Select
              aria-label={`Place ${index + 1}`}
              placeholder="Place"
              searchable
              limit={60}
              data={places}
              value={row.region === "" ? null : row.region}
              onChange={(region) => change(index, { region: region ?? "" })}
            />
            <NumberInput
              aria-label={`Employees in place ${index + 1}`}
              placeholder="Employees"
              min={0}
              max={10_000_000}
              allowDecimal={false}
              hideControls
              thousandSeparator=" "
              value={row.employees}
              onChange={(employees) => change(index, { employees })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={`Remove place ${index + 1}`}
              onClick={() => setRows(rows.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
            onClick={() => setRows([...rows, { region: "", employees: "" }])}
          >
            Add a place
          </Button>
        </div>
        <Checkbox
          label="A contractor of the United States' federal government"
          checked={traits.includes("federal_contractor")}
          onChange={(event) => setTraits(event.currentTarget.checked ? ["federal_contractor"] : [])}
        />
        <Refusal refusal={save.refusal} />
        <Group>
          <ReasonButton type="submit" variant="light" loading={save.running} reason={lacks}>
            Save the size
          </ReasonButton>
        </Group>
      </Form>
    </section>
  );
}
