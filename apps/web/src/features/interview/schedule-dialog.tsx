"use client";

import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { errorsBut, fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { instantOf, nextWeekday, typedOf } from "./dates.ts";
import { passedOnWords } from "./passed-on.ts";
import { PeopleFields, useColleagues } from "./people-fields.tsx";
import { TimeField, TimesFields } from "./times-fields.tsx";

/** What a candidate was given to choose from. */
export interface ScheduleProposal {
  times: readonly string[];
  minutes: number;
  interviewers: readonly string[];
  shadows: readonly string[];
}

export interface ScheduleDialogProps {
  /** The interview without a time; null closes the dialog. */
  interview: {
    id: string;
    name: string;
    minutes: number;
    place: string;
    proposal: ScheduleProposal | null;
  } | null;
  candidate: string;
  /** What to do for the candidate (law 17): "75 minutes". */
  adjustments?: readonly string[];
  onClose: () => void;
}

/** Sets the time of an interview and its people, or proposes times to the candidate. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { interview, candidate, onClose } = props;
  return (
    <Modal
      opened={interview !== null}
      onClose={onClose}
      size="lg"
      title={interview === null ? "" : `${interview.name}: ${candidate}`}
    >
      {interview === null ? null : <Fields {...props} interview={interview} />}
    </Modal>
  );
}

function Fields({
  interview,
  candidate,
  adjustments = [],
  onClose,
}: ScheduleDialogProps & { interview: NonNullable<ScheduleDialogProps["interview"]> }) {
  const trpc = useTRPC();
  const schedule = useCommand(trpc.interview.schedule.mutationOptions());
  const propose = useCommand(trpc.interview.propose.mutationOptions());
  const { proposal } = interview;
  const [way, setWay] = useState<"set" | "propose">(proposal === null ? "set" : "propose");
  const [times, setTimes] = useState<(string | null)[]>(
    () => proposal?.times.map(typedOf) ?? [nextWeekday(new Date())],
  );
  const [minutes, setMinutes] = useState(proposal?.minutes ?? interview.minutes);
  const [place, setPlace] = useState(proposal === null ? "" : interview.place);
  const [people, setPeople] = useState({
    interviewers: [...(proposal?.interviewers ?? [])],
    shadows: [...(proposal?.shadows ?? [])],
  });
  const colleagues = useColleagues();
  const command = way === "set" ? schedule : propose;
  const [errors, setErrors] = useState<FormErrors>({});
  const instants = times.map(instantOf).filter((time) => time !== null);
  const forgive = (field: string) => setErrors((now) => errorsBut(now, field));
  const startsAt = instantOf(times[0] ?? null);
  const open = way === "set" ? -1 : times.findIndex((time) => instantOf(time) === null);
  const missing =
    open > 0
      ? `Choose time ${open + 1}, or leave it out.`
      : whatIsMissing(startsAt, place, people.interviewers.length);

  async function send() {
    if (startsAt === null) return;
    setErrors({});
    const rest = { interviewId: interview.id, minutes, place, ...people };
    try {
      const view =
        way === "set"
          ? await schedule.run({ ...rest, startsAt })
          : await propose.run({ ...rest, times: instants });
      const done =
        way === "set" ? "Invitations are on their way." : `${candidate} is asked to choose a time.`;
      const nameOf = (id: string) => colleagues.find((one) => one.value === id)?.name ?? "";
      const instead = passedOnWords(people.interviewers, view, nameOf);
      toastDone(instead === null ? done : `${done} ${instead}`);
      onClose();
    } catch (error) {
      setErrors(fieldErrors(error));
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing === null) void send();
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="How the time is found"
          value={way}
          onChange={(value) => {
            setWay(value === "propose" ? "propose" : "set");
            schedule.reset();
            propose.reset();
            setErrors({});
          }}
          data={[
            { value: "set", label: "Set a time" },
            { value: "propose", label: "Let the candidate choose" },
          ]}
        />
        {adjustments.length === 0 ? null : (
          <Text size="sm">
            Arrange for {candidate}: {adjustments.join("; ")}
          </Text>
        )}
        {way === "set" ? (
          <TimeField
            label="Starts"
            value={times[0] ?? null}
            onChange={(typed) => {
              setTimes([typed, ...times.slice(1)]);
              forgive("startsAt");
            }}
            error={errors.startsAt}
          />
        ) : (
          <TimesFields
            times={times}
            onChange={(typed) => {
              setTimes(typed);
              forgive("times");
            }}
            errors={errors}
          />
        )}
        <Group grow align="start">
          <NumberInput
            label="Minutes"
            required
            min={5}
            max={480}
            step={5}
            value={minutes}
            onChange={(value) => {
              setMinutes(Number(value));
              forgive("minutes");
            }}
            error={errors.minutes}
          />
          <TextInput
            label="Place"
            required
            placeholder="A room, or the address of a call"
            value={place}
            onChange={(event) => {
              setPlace(event.currentTarget.value);
              forgive("place");
            }}
            error={errors.place}
          />
        </Group>
        <PeopleFields {...people} onChange={setPeople} errors={errors} />
        <Text size="sm" c="dimmed">
          {way === "set"
            ? "All of them get an invitation for their calendar. The interviewers owe a scorecard from now on, and others' scorecards are sealed to them."
            : "The candidate gets these times by e-mail. Once they choose one, all get an invitation for their calendar."}{" "}
          Whose week is full by your policy is not asked: it is refused, or the next of the job's
          interviewers is asked instead, and you are told who.
        </Text>
        <FormRefusal refusal={command.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={command.running} reason={missing}>
            {way === "set" ? "Schedule" : "Propose"}
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

function whatIsMissing(
  startsAt: string | null,
  place: string,
  interviewers: number,
): string | null {
  if (startsAt === null) return "Choose a time.";
  if (place.trim() === "") return "Say where.";
  return interviewers === 0 ? "Choose at least one interviewer." : null;
}
