"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Checkbox, Select, Text, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { toastDone } from "../../ui/toast.ts";
import { DialogForm } from "./dialog-form.tsx";

/** Transfers a candidate who agreed to another job one recruits for (law 6). */
export function TransferDialog(props: {
  org: string;
  view: ApplicationView;
  opened: boolean;
  onClose: () => void;
}) {
  const { org, view, opened, onClose } = props;
  const trpc = useTRPC();
  const router = useRouter();
  const transfer = useCommand(trpc.application.transfer.mutationOptions());
  const [toJobId, setJob] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [reason, setReason] = useState("");
  const { name } = view.candidate;
  const missing =
    toJobId === null
      ? "Choose the job."
      : !agreed
        ? `Ask ${name} first; they must agree.`
        : reason.trim().length < 3
          ? "Say why."
          : null;
  return (
    <DialogForm
      opened={opened}
      onClose={onClose}
      title={`Transfer ${name} to another job`}
      confirmLabel="Transfer"
      missing={missing}
      running={transfer.running}
      refusal={transfer.refusal}
      onSubmit={async () => {
        if (toJobId === null) return;
        const there = await transfer.run({
          applicationId: view.id,
          toJobId,
          agreed: true,
          reason: reason.trim(),
        });
        toastDone(`${name} is in the pipeline of ${there.job.title}.`);
        router.push(`/o/${org}/applications/${there.id}`);
      }}
    >
      <Text size="md">
        This application ends here. A new one, linked to it, begins in the other job; nothing that
        was judged here counts there.
      </Text>
      <Select
        label="To"
        placeholder="An open job you recruit for"
        data={view.transferTo.map((job) => ({ value: job.jobId, label: job.title }))}
        value={toJobId}
        onChange={setJob}
        nothingFoundMessage="No other open job is yours to recruit for."
        searchable
        required
      />
      <Checkbox
        label={`${name} was asked and agrees`}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <Textarea
        label="Why"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
    </DialogForm>
  );
}
