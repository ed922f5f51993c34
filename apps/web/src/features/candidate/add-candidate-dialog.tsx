"use client";

import { Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { toastDone } from "../../ui/toast.ts";
import { type JobChoice, PersonForm } from "./person-form.tsx";

/** Adds someone to a job by hand; they are told by e-mail. */
export function AddCandidateDialog({
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
  const router = useRouter();
  const add = useCommand(trpc.candidate.add.mutationOptions());
  return (
    <Modal opened={opened} onClose={onClose} title="Add a candidate" size="lg">
      <PersonForm
        org={org}
        jobs={jobs}
        says="They get an e-mail that they were added, with the link to their own page. There they can withdraw or have everything deleted."
        sendLabel="Add candidate"
        onClose={onClose}
        onSend={async (person) => {
          const { applicationId } = await add.run(person);
          toastDone(`${person.name} is in the first stage.`);
          router.push(`/o/${org}/applications/${applicationId}`);
        }}
      />
    </Modal>
  );
}
