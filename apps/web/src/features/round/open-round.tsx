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
import { placeOf, quarterWords } from "./round-words.ts";
import classes from "./round.module.css";

/** Opens the round of this quarter for one establishment. */
export function OpenRound({ view }: { view: RoundsView }) {
  const open = useCommand(useTRPC().round.open.mutationOptions());
  const first = view.establishments.find((one) => one.open === null) ?? view.establishments[0];
  const [place, setPlace] = useState(first?.establishment ?? "");
  const [dueOn, setDueOn] = useState<string | null>(null);
  const chosen = view.establishments.find((one) => (one.establishment ?? "") === place);
  if (first === undefined) {
    return (
      <EmptyState title="Nobody could take part yet">
        A review needs a manager, named by an admin under Members, and a level, on which that
        manager places the person.
      </EmptyState>
    );
  }
  return (
    <section className={classes.section} aria-labelledby="open-title">
      <h2 id="open-title">Open the round of the {quarterWords(view.quarter)}</h2>
      <Group align="flex-end" gap="sm">
        <Select
          label="For"
          data={view.establishments.map(({ establishment, people }) => ({
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
          reason={
            chosen?.open?.sentence ?? (dueOn === null ? "Choose the day on which it is due." : null)
          }
          lift={chosen?.open?.lift ?? null}
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
