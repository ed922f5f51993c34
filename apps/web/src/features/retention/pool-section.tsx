"use client";

import { Checkbox, Group, NumberInput, Stack } from "@mantine/core";
import type { RetentionView } from "@rubric/domain/retention/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./retention.module.css";

/** How people are asked to stay in the talent pool, and how many are in it. */
export function PoolSection({ pool }: { pool: RetentionView["pool"] }) {
  const trpc = useTRPC();
  const save = useCommand(trpc.retention.setPool.mutationOptions());
  const [asks, setAsks] = useState(pool.askAtRejection);
  const [months, setMonths] = useState<number | string>(pool.poolMonths);
  const count = typeof months === "number" ? months : 0;
  const same = asks === pool.askAtRejection && count === pool.poolMonths;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void save
      .run({ askAtRejection: asks, poolMonths: count })
      .then(() => toastDone("The talent pool is settled."))
      .catch(() => undefined);
  }

  return (
    <section className={classes.section} aria-labelledby="pool-title">
      <h2 id="pool-title">Talent pool</h2>
      <p>
        {pool.people === 0
          ? "Nobody is in it now."
          : `${pool.people} ${pool.people === 1 ? "person is" : "people are"} in it now.`}{" "}
        People agree on their own page and leave it there at any time. Where a region allows less,
        they are asked for less.
      </p>
      <Form onSubmit={submit}>
        <Stack gap="md" maw={480}>
          <Checkbox
            label="Rejection e-mails say that one can stay in it"
            checked={asks}
            onChange={(event) => setAsks(event.currentTarget.checked)}
          />
          <NumberInput
            label="For how many months people are asked to stay"
            min={1}
            max={24}
            allowDecimal={false}
            value={months}
            onChange={setMonths}
            maw={360}
          />
          <Refusal refusal={save.refusal} />
          <Group>
            <ReasonButton
              type="submit"
              loading={save.running}
              reason={
                same
                  ? "Nothing has been changed."
                  : count < 1 || count > 24
                    ? "Between 1 and 24 months."
                    : null
              }
            >
              Save
            </ReasonButton>
          </Group>
        </Stack>
      </Form>
    </section>
  );
}
