"use client";

import { Select } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./criteria.module.css";

/** What may not be used any more in this job, and the way to withdraw a criterion at once (law 6). */
export function WithdrawnCriteria({ job }: { job: JobView }) {
  const trpc = useTRPC();
  const withdraw = useCommand(trpc.job.withdrawCriterion.mutationOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const all = job.plans.current?.criteria ?? [];
  const gone = all.flatMap((one) =>
    one.withdrawn === null ? [] : [{ ...one, withdrawn: one.withdrawn }],
  );
  const used = all.filter((one) => one.withdrawn === null);
  const may = job.may.withdrawCriterion === null && used.length > 0;
  if (gone.length === 0 && !may) return null;
  const named = used.find((one) => one.id === chosen);
  return (
    <section className={classes.withdrawn} aria-label="Withdrawn criteria">
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>Withdrawn</h2>
          <p className={classes.lead}>
            A criterion that may not be used leaves every scorecard of this job at once, also of
            those whose interviews have begun, and does not come back.
          </p>
        </div>
        {may ? (
          <Select
            aria-label="Withdraw a criterion at once"
            placeholder="Withdraw a criterion at once"
            value={null}
            data={used.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setChosen}
            className={classes.add}
          />
        ) : null}
      </div>
      {gone.length === 0 ? null : (
        <ul className={classes.list}>
          {gone.map((one) => (
            <li key={one.id} className={classes.row}>
              <div>
                <h3 className={classes.name}>{one.name}</h3>
                <span className={classes.theme}>{one.withdrawn.reason}</span>
              </div>
              <span className={classes.share}>
                <RelativeTime at={one.withdrawn.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {named === undefined ? null : (
        <ConfirmDialog
          opened
          onClose={() => setChosen(null)}
          title={`Withdraw ${named.name} at once?`}
          confirmLabel="Withdraw it"
          tone="destroy"
          reason={{ label: "Why it may not be used", minLength: 3 }}
          onConfirm={async (reason) => {
            await withdraw.run({ jobId: job.id, criterionId: named.id, reason });
            toastDone(`${named.name} is withdrawn.`);
          }}
        >
          It leaves every plan and every open scorecard of this job now. This cannot be undone.
        </ConfirmDialog>
      )}
    </section>
  );
}
