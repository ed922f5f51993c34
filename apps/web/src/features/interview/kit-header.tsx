"use client";

import { Button } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import { IconDownload, IconUserOff } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { AbsentDialog } from "./absent-dialog.tsx";
import classes from "./kit-header.module.css";

/** Who it is about, which interview, when and where; the CV; and what to do if nobody came. */
export function KitHeader({ org, kit }: { org: string; kit: KitView }) {
  const [absent, setAbsent] = useState(false);
  const { candidate, interview, job, application, may } = kit;
  const { cv } = candidate;
  return (
    <>
      <PageHeader
        title={candidate.name}
        crumbs={[{ label: "Interviews", href: `/o/${org}/interviews` }]}
        state={<StateBadge kind="interview" state={interview.state} />}
        lead={
          <span className={classes.lead}>
            {candidate.headline === "" ? null : <span>{candidate.headline}</span>}
            <span>
              {interview.name}, {job.title}
            </span>
            {interview.startsAt === null ? null : <ExactTime at={interview.startsAt} />}
            {interview.place === "" ? null : <Place place={interview.place} />}
          </span>
        }
        secondary={
          <>
            {may.markAbsent === null ? (
              <Button
                variant="default"
                leftSection={<IconUserOff size={16} stroke={1.7} />}
                onClick={() => setAbsent(true)}
              >
                Someone did not come
              </Button>
            ) : null}
            {cv !== null && may.readFile ? (
              <Button
                component="a"
                variant="default"
                href={`/api/files/${application.id}/${cv.fileId}?org=${encodeURIComponent(org)}`}
                leftSection={<IconDownload size={16} stroke={1.7} />}
                title={cv.name}
              >
                CV
              </Button>
            ) : null}
            {may.openApplication ? (
              <Button
                component={Link}
                variant="default"
                href={`/o/${org}/applications/${application.id}`}
              >
                Application
              </Button>
            ) : null}
          </>
        }
      />
      <AbsentDialog
        interview={absent ? interview : null}
        candidate={candidate.name}
        onClose={() => setAbsent(false)}
      />
    </>
  );
}

/** A room as text, an address as a link. */
function Place({ place }: { place: string }) {
  const address = place.startsWith("https://") ? URL.parse(place) : null;
  return address === null ? (
    <span>{place}</span>
  ) : (
    <a href={address.href} rel="noreferrer" target="_blank">
      {address.host}
    </a>
  );
}
