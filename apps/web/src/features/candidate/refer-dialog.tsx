"use client";

import { Modal } from "@mantine/core";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { toastDone } from "../../ui/toast.ts";
import { type JobChoice, PersonForm } from "./person-form.tsx";

/** Refers someone for a job; who refers takes no part in judging. */
export function ReferDialog({
  opened,
  onClose,
  jobs,
  org,
}: {
  opened: boolean;
  onClose: () => void;
  /** The jobs to choose from; with one alone nothing is asked. */
  jobs: JobChoice[];
  org: string;
}) {
  const trpc = useTRPC();
  const refer = useCommand(trpc.candidate.refer.mutationOptions());
  return (
    <Modal opened={opened} onClose={onClose} title="Refer someone" size="lg">
      <PersonForm
        org={org}
        jobs={jobs}
        noteLabel="How do you know them, and why would they fit?"
        says="They are told by e-mail and may say no. You take no part in interviewing or deciding on them: that keeps it fair for everyone."
        sendLabel="Refer"
        onClose={onClose}
        onSend={async (person, note) => {
          await refer.run({ ...person, note });
          toastDone(`Thank you. The recruiter goes on with ${person.name} from here.`);
        }}
      />
    </Modal>
  );
}
