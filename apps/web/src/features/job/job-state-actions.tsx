"use client";

import type { JobView } from "@rubric/domain/job/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastDone } from "../../ui/toast.ts";

export type JobChange = "open" | "hold" | "resume" | "close" | "reopen";

const WORDS: Record<
  JobChange,
  { label: string; title: string; confirm: string; means: string; done: string }
> = {
  open: {
    label: "Open the job",
    title: "Open this job?",
    confirm: "Open it",
    means: "From now on people can be added and the recruiter can publish the post.",
    done: "The job is open.",
  },
  hold: {
    label: "Put on hold",
    title: "Put this job on hold?",
    confirm: "Put on hold",
    means: "The post comes down, and everyone with a running application is told by e-mail.",
    done: "The job is on hold, and the candidates are told.",
  },
  resume: {
    label: "Resume the job",
    title: "Resume this job?",
    confirm: "Resume it",
    means:
      "Everyone with a running application is told. The post is published anew by the recruiter.",
    done: "The job is open again, and the candidates are told.",
  },
  close: {
    label: "Close the job",
    title: "Close this job?",
    confirm: "Close it",
    means: "The post comes down. The hiring manager can reopen the job later.",
    done: "The job is closed.",
  },
  reopen: {
    label: "Reopen the job",
    title: "Reopen this job?",
    confirm: "Reopen it",
    means: "It goes on with the plan it had; applications stay with theirs.",
    done: "The job is open again.",
  },
};

const NEXT: Record<JobView["state"], JobChange | null> = {
  draft: "open",
  open: null,
  on_hold: "resume",
  closed: "reopen",
};

/** The one step that a job's state asks for, and the dialogs of all of them. */
export function JobStateActions(props: {
  job: JobView;
  change: JobChange | null;
  onChange: (change: JobChange | null) => void;
}) {
  const { job, change, onChange } = props;
  const next = NEXT[job.state];
  const why = next === null ? null : job.may[next];
  return (
    <>
      {next === null || why?.law === 15 ? null : (
        <ReasonButton
          reason={why?.sentence ?? null}
          lift={why?.lift ?? null}
          onClick={() => onChange(next)}
        >
          {WORDS[next].label}
        </ReasonButton>
      )}
      {change === null ? null : (
        <ChangeDialog key={change} job={job} change={change} onClose={() => onChange(null)} />
      )}
    </>
  );
}

function ChangeDialog(props: { job: JobView; change: JobChange; onClose: () => void }) {
  const { job, change, onClose } = props;
  const trpc = useTRPC();
  const open = useCommand(trpc.job.open.mutationOptions());
  const hold = useCommand(trpc.job.hold.mutationOptions());
  const resume = useCommand(trpc.job.resume.mutationOptions());
  const close = useCommand(trpc.job.close.mutationOptions());
  const reopen = useCommand(trpc.job.reopen.mutationOptions());
  const words = WORDS[change];
  const jobId = job.id;
  const run = {
    open: () => open.run({ jobId }),
    hold: (reason: string) => hold.run({ jobId, reason }),
    resume: (reason: string) => resume.run({ jobId, reason }),
    close: (reason: string) => close.run({ jobId, reason }),
    reopen: (reason: string) => reopen.run({ jobId, reason }),
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={words.title}
      confirmLabel={words.confirm}
      tone={change === "close" ? "destroy" : "normal"}
      {...(change === "open" ? {} : { reason: { label: "Reason", minLength: 3 } })}
      onConfirm={async (reason) => {
        await run[change](reason);
        toastDone(words.done);
      }}
    >
      {words.means}
    </ConfirmDialog>
  );
}
