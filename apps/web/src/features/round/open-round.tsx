"use client";

import { Group, Select } from "@mantine/core";
import type { RoundsView } from "@rubric/domain/round/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { dateWords } from "../../ui/time-words.ts";
import { nextQuarter, placeOf, quarterWords } from "./round-words.ts";
import classes from "./round.module.css";

/** Opens the round of this quarter for one establishment. */
export function OpenRound({ view }: { view: RoundsView }) {
  const open = useCommand(useTRPC().round.open.mutationOptions());
  const left = view.establishments.filter((one) => one.open === null);
  const [chosen, setPlace] = useState("");
  const [dueOn, setDueOn] = useState<string | null>(null);
  const known = left.find((one) => (one.establishment ?? "") === chosen) ?? left[0];
  const place = known?.establishment ?? "";
  const quarter = quarterWords(view.quarter);
  if (view.establishments.length === 0) {
    return (
      <EmptyState title="Nobody could take part yet">
        A review needs a manager, named by an admin under Members, and a level, on which that
        manager places the person.
      </EmptyState>
    );
  }
  if (known === undefined) {
    return (
      <section className={classes.section} aria-labelledby="open-title">
        <h2 id="open-title">The round of the {quarter} is open</h2>
        <p>
          It was opened for everybody already, and there is one a quarter. The next one can be
          opened from {dateWords(nextQuarter(view.quarter))} on.
        </p>
      </section>
    );
  }
  return (
    <section className={classes.section} aria-labelledby="open-title">
      <h2 id="open-title">Open the round of the {quarter}</h2>
      {left.length === view.establishments.length ? null : (
        <p>Where it was opened already, it is in the list below; these are still without one.</p>
      )}
      <Group align="flex-end" gap="sm">
        <Select
          label="For"
          data={left.map(({ establishment, people }) => ({
            value: establishment ?? "",
            label: `${placeOf(establishment)} (${people})`,
          }))}
          value={place}
          onChange={(value) => setPlace(value ?? "")}
          allowDeselect={false}
          w={280}
        />
        <DayField label="Due on" value={dueOn} onChange={setDueOn} w={170} />
        <ReasonButton
          reason={dueOn === null ? "Choose the day on which it is due." : null}
          loading={open.running}
          onClick={() => {
            if (dueOn === null) return;
            void open
              .run({ establishment: place === "" ? null : place, dueOn })
              .then(() => toastDone("The reviews are being opened."))
              .catch(() => undefined);
          }}
        >
          Open the round
        </ReasonButton>
      </Group>
      <Refusal refusal={open.refusal} />
    </section>
  );
}
