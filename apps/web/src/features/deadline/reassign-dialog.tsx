"use client";

import { Select } from "@mantine/core";
import type { DeadlineLine } from "@rubric/domain/deadline/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";
import { usePeople } from "./use-people.ts";

/** Gives a deadline to somebody else, who is told, with a reason. */
export function ReassignDialog(props: { line: DeadlineLine | null; onClose: () => void }) {
  const { line, onClose } = props;
  const trpc = useTRPC();
  const reassign = useCommand(trpc.deadline.reassign.mutationOptions());
  const people = usePeople(line !== null);
  const [memberId, setMemberId] = useState<string | null>(null);
  return (
    <ConfirmDialog
      opened={line !== null}
      onClose={onClose}
      title={line === null ? "" : `Give to somebody else: ${line.what}`}
      confirmLabel="Give it to them"
      reason={{ label: "Why", minLength: 3 }}
      lacks={memberId === null ? "Choose somebody first." : null}
      onConfirm={async (reason) => {
        if (line === null || memberId === null) return;
        await reassign.run({ deadlineId: line.id, memberId, reason });
        toastDone("They have it now, and get an e-mail.");
      }}
    >
      <Select
        label="Who"
        description="Somebody who leads or schedules for the job, or an admin."
        required
        searchable
        data={people.filter((one) => one.value !== line?.owner?.memberId)}
        value={memberId}
        onChange={setMemberId}
        nothingFoundMessage="Nobody by that name"
      />
    </ConfirmDialog>
  );
}
