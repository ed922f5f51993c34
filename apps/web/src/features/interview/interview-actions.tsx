"use client";

import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import {
  type InterviewCommand,
  type InterviewState,
  whyNotInState,
} from "@rubric/domain/interview/rules";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useNow } from "../../ui/use-now.ts";
import { AbsentDialog } from "./absent-dialog.tsx";
import { CancelInterviewDialog } from "./cancel-interview-dialog.tsx";
import { ExcuseDialog } from "./excuse-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ScheduleDialog, type ScheduleProposal } from "./schedule-dialog.tsx";
import { SwapDialog } from "./swap-dialog.tsx";

export interface ActionInterview {
  id: string;
  name: string;
  minutes: number;
  state: InterviewState;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  proposal: ScheduleProposal | null;
  seats: readonly {
    scorecardId: string;
    memberId: string;
    name: string;
    mine: boolean;
    state: string;
  }[];
}

type Dialog = "schedule" | "move" | "swap" | "cancel" | "absent" | { excuse: string } | null;

/** What can be done with one interview now; renders nothing where that is nothing. */
export function InterviewActions({
  interview,
  candidate,
  adjustments = [],
  schedules,
  leads,
}: {
  interview: ActionInterview;
  candidate: string;
  adjustments?: readonly string[];
  /** The reader schedules this job's interviews. */
  schedules: boolean;
  /** The reader leads the job: excuses who cannot write. */
  leads: boolean;
}) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const now = new Date(useNow());
  const { startsAt, endsAt } = interview;
  const facts = {
    state: interview.state,
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  };
  const can = (command: InterviewCommand) => whyNotInState(command, facts, now) === null;
  const scorecardIn = interview.seats.some((seat) => seat.state === "submitted");
  const over = facts.endsAt !== null && facts.endsAt <= now;
  const excusable =
    leads && over
      ? interview.seats.filter(
          (seat) => !seat.mine && (seat.state === "assigned" || seat.state === "draft"),
        )
      : [];
  const close = () => setDialog(null);
  const items = [
    ...(schedules && can("move") ? [{ label: "Move", dialog: "move" as const }] : []),
    ...(schedules && can("swap")
      ? [{ label: "Replace an interviewer", dialog: "swap" as const }]
      : []),
    ...(schedules && can("markAbsent") && !scorecardIn
      ? [{ label: "Someone did not come", dialog: "absent" as const }]
      : []),
    ...excusable.map((seat) => ({
      label: `Excuse ${seat.name}`,
      dialog: { excuse: seat.scorecardId },
    })),
    ...(schedules && can("cancel") && !scorecardIn
      ? [{ label: "Cancel", dialog: "cancel" as const }]
      : []),
  ];
  const excused = interview.seats.find(
    (seat) => typeof dialog === "object" && seat.scorecardId === dialog?.excuse,
  );
  return (
    <>
      <Group gap={6} wrap="nowrap">
        {schedules && can("schedule") ? (
          <Button size="compact-sm" variant="default" onClick={() => setDialog("schedule")}>
            {interview.state === "proposed" ? "Change the times" : "Schedule"}
          </Button>
        ) : null}
        {items.length === 0 ? null : (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for ${interview.name}`}>
                <IconDots size={18} stroke={1.7} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {items.map((item) => (
                <Menu.Item key={item.label} onClick={() => setDialog(item.dialog)}>
                  {item.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <ScheduleDialog
        interview={dialog === "schedule" ? interview : null}
        candidate={candidate}
        adjustments={adjustments}
        onClose={close}
      />
      <MoveDialog
        interview={
          dialog === "move" && startsAt !== null && endsAt !== null
            ? { ...interview, startsAt, endsAt }
            : null
        }
        onClose={close}
      />
      <SwapDialog interview={dialog === "swap" ? interview : null} onClose={close} />
      <CancelInterviewDialog interview={dialog === "cancel" ? interview : null} onClose={close} />
      <AbsentDialog
        interview={dialog === "absent" ? interview : null}
        candidate={candidate}
        onClose={close}
      />
      <ExcuseDialog seat={excused ?? null} onClose={close} />
    </>
  );
}
