"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Button } from "@mantine/core";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import type { Action } from "./action-dialogs.tsx";
import panel from "./panel.module.css";
import type { Interview } from "./stages-panel.tsx";
import { waitsForWord } from "./waits-for-word.ts";

/** What is to be done now, and who owes what. */
export function NowPanel(props: {
  org: string;
  view: ApplicationView;
  onAction: (action: Action) => void;
  onSchedule: (interview: Interview) => void;
}) {
  const { org, view, onAction, onSchedule } = props;
  const { next, owes } = view;
  const waits = waitsForWord(view);
  const asked = waits === "question";
  return (
    <section className={panel.panel} aria-labelledby="now">
      <h2 id="now" className={panel.title}>
        Now
      </h2>
      <div className={panel.stack}>
        {asked ? (
          <>
            <p className={panel.next}>{view.candidate.name} asked a question</p>
            <Button fullWidth onClick={() => onAction("message")}>
              Write to the candidate
            </Button>
          </>
        ) : null}
        <div>
          <p className={asked ? panel.quiet : panel.next}>{next.text}</p>
          {next.at === null ? null : (
            <p className={panel.quiet}>
              <ExactTime at={next.at} />
            </p>
          )}
        </div>
        <Primary org={org} view={view} onSchedule={onSchedule} />
        {view.mailLeavesAt === null ? null : (
          <p className={panel.quiet}>
            The e-mail to {view.candidate.name} leaves <RelativeTime at={view.mailLeavesAt} />.
          </p>
        )}
        <Feedback org={org} view={view} />
        {view.nextWordAt === null ? null : (
          <p className={panel.quiet} data-late={view.late || undefined}>
            {view.late
              ? `${view.candidate.name} was promised a word by `
              : `${view.candidate.name} hears from us by `}
            <ExactTime at={view.nextWordAt} />
            {view.late ? " and still waits." : "."}
          </p>
        )}
        {waits !== "promise" ? null : (
          <Button variant="default" fullWidth onClick={() => onAction("message")}>
            Write to the candidate
          </Button>
        )}
        {owes.length === 0 ? null : (
          <div>
            <h3 className={panel.label}>Who owes what</h3>
            <ul className={panel.list}>
              {owes.map((one) => (
                <li key={`${one.name} ${one.what}`} className={panel.owed}>
                  <span>
                    {one.name}
                    <span className={panel.why}>{one.what}</span>
                  </span>
                  {one.since === null ? null : <RelativeTime at={one.since} />}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Feedback({ org, view }: { org: string; view: ApplicationView }) {
  const { feedback } = view;
  if (feedback === null || (feedback.dueAt === null && feedback.sentAt === null)) return null;
  const href = `/o/${org}/applications/${view.id}/feedback`;
  if (feedback.sentAt !== null) {
    return (
      <p className={panel.quiet}>
        <Link href={href}>Feedback</Link> was sent <RelativeTime at={feedback.sentAt} />.
      </p>
    );
  }
  return (
    <>
      <p className={panel.next}>
        {view.candidate.name} asked for feedback
        {feedback.dueAt === null ? null : (
          <>
            , owed by <ExactTime at={feedback.dueAt} />
          </>
        )}
      </p>
      <Button fullWidth component={Link} href={href}>
        Write the feedback
      </Button>
    </>
  );
}

function Primary(props: {
  org: string;
  view: ApplicationView;
  onSchedule: (interview: Interview) => void;
}) {
  const { org, view, onSchedule } = props;
  const trpc = useTRPC();
  const resume = useCommand(trpc.application.resume.mutationOptions());
  const at = `/o/${org}/applications/${view.id}`;
  const mine = view.stages
    .flatMap((stage) => stage.interviews)
    .find((one) =>
      one.seats.some((seat) => seat.mine && (seat.state === "assigned" || seat.state === "draft")),
    );
  if (view.may.resume !== null) {
    return (
      <Button
        fullWidth
        loading={resume.running}
        onClick={() =>
          void resume
            .run({ applicationId: view.id })
            .then(() => toastDone(`${view.candidate.name} is active again.`))
            .catch(toastRefused)
        }
      >
        Take off hold
      </Button>
    );
  }
  if (mine !== undefined) {
    return (
      <Button fullWidth component={Link} href={`/o/${org}/interviews/${mine.id}`}>
        Open your kit
      </Button>
    );
  }
  const { kind } = view.next;
  const here = view.stages.find((stage) => stage.when === "now");
  const planned = here?.interviews.find((one) => one.state === "planned");
  if (kind === "schedule" && view.may.schedule?.refused === null && planned !== undefined) {
    return (
      <Button fullWidth onClick={() => onSchedule(planned)}>
        Find a time
      </Button>
    );
  }
  if (kind === "offer" && view.may.writeOffer !== null) {
    return (
      <Button fullWidth component={Link} href={`${at}/offer`}>
        Go to the offer
      </Button>
    );
  }
  if (view.may.readScorecards === null && view.may.decide === null) return null;
  const decides = kind === "decide" && view.may.decide !== null;
  const ready = kind === "debrief" || decides;
  const ahead = kind === "schedule" || kind === "choose" || kind === "interview";
  // Nothing is in that could be read or decided on.
  if (ahead && here?.marks.some((mark) => mark.state === "in") !== true) return null;
  return (
    <Button
      fullWidth
      component={Link}
      href={`${at}/debrief`}
      {...(ready ? {} : { variant: "default" })}
    >
      {decides ? "Decide" : "Go to the debrief"}
    </Button>
  );
}
