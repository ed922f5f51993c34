"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BoardPage } from "../../../../../features/application/board-page.tsx";
import { Once } from "../../../../../ui/once.tsx";

const AddCandidateDialog = dynamic(() =>
  import("../../../../../features/candidate/add-candidate-dialog.tsx").then(
    (found) => found.AddCandidateDialog,
  ),
);

/** The pipeline with the way to add someone to it. */
export function Pipeline({ org, jobId }: { org: string; jobId: string }) {
  return <BoardPage org={org} jobId={jobId} add={(job) => <AddCandidate org={org} job={job} />} />;
}

function AddCandidate({ org, job }: { org: string; job: { jobId: string; title: string } }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Add candidate</Button>
      <Once wanted={opened}>
        <AddCandidateDialog
          opened={opened}
          onClose={() => setOpened(false)}
          jobs={[job]}
          org={org}
        />
      </Once>
    </>
  );
}
