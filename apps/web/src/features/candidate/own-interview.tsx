"use client";

import { Button, Radio, Stack } from "@mantine/core";
import type { OwnApplication, OwnInterview } from "@rubric/domain/candidate/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { QuestionForm } from "./question-form.tsx";
import classes from "./own.module.css";

/** An interview that is to come: its time, or the times one may choose from. */
export function OwnInterviewCard({
  of,
  application,
}: {
  of: OwnInterview;
  application: OwnApplication;
}) {
  return (
    <div className={classes.card}>
      <h3>{of.name}</h3>
      {of.state === "proposed" ? <ChooseTime of={of} /> : <Settled of={of} />}
      {of.state === "cancelled" ? null : <OtherTime of={of} application={application} />}
    </div>
  );
}

/** A way on for whom no proposed time suits, or who cannot come after all. */
function OtherTime({ of, application }: { of: OwnInterview; application: OwnApplication }) {
  const [asking, setAsking] = useState(false);
  if (application.messages.at(-1)?.from === null) {
    return (
      <p className={`${classes.quiet} ${classes.otherTime}`}>
        We have your message, and write back.
      </p>
    );
  }
  const why =
    of.state === "proposed" ? "None of these times suits me" : "I cannot make it at this time";
  if (!asking) {
    return (
      <Button variant="transparent" px={0} mt="sm" onClick={() => setAsking(true)}>
        {why}
      </Button>
    );
  }
  return (
    <div className={classes.otherTime}>
      <QuestionForm
        of={application}
        label="When could you make it?"
        about={`${of.name}: ${why.toLowerCase().replace(/^i /, "I ")}. `}
        focused
      />
    </div>
  );
}

function Settled({ of }: { of: OwnInterview }) {
  const { startsAt, place, people, minutes, state } = of;
  const isLink = /^https?:\/\//.test(place);
  return (
    <>
      {state === "cancelled" ? <p>This interview does not take place.</p> : null}
      <dl className={classes.facts}>
        {startsAt === null ? null : (
          <div>
            <dt>When</dt>
            <dd>
              {state === "cancelled" ? (
                <s>
                  <ExactTime at={startsAt} />
                </s>
              ) : (
                <ExactTime at={startsAt} />
              )}
            </dd>
          </div>
        )}
        {state === "cancelled" ? null : (
          <>
            <div>
              <dt>How long</dt>
              <dd>{minutes} minutes</dd>
            </div>
            {place === "" ? null : (
              <div>
                <dt>Where</dt>
                <dd>
                  {isLink ? (
                    <a href={place} rel="noreferrer noopener" target="_blank">
                      {place}
                    </a>
                  ) : (
                    place
                  )}
                </dd>
              </div>
            )}
            {people.length === 0 ? null : (
              <div>
                <dt>With</dt>
                <dd>{people.join(", ")}</dd>
              </div>
            )}
          </>
        )}
      </dl>
    </>
  );
}

function ChooseTime({ of }: { of: OwnInterview }) {
  const trpc = useTRPC();
  const choose = useCommand(trpc.interview.chooseTime.mutationOptions());
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const { sentence = null, lift = null } = of.may.chooseTime ?? {};

  async function take() {
    if (startsAt === null) return;
    try {
      await choose.run({ interviewId: of.id, startsAt });
      toastDone("Thank you, that is settled. The invitation is on its way to you.");
    } catch {
      // The refusal stands below the button.
    }
  }

  return (
    <Stack gap="md">
      <Radio.Group
        label="Which of these times suits you?"
        description={`It takes ${of.minutes} minutes. Times are shown where you are.`}
        value={startsAt}
        onChange={setStartsAt}
      >
        <Stack gap={10} mt="xs">
          {of.proposedTimes.map((at) => (
            <Radio key={at} value={at} size="md" label={<ExactTime at={at} />} />
          ))}
        </Stack>
      </Radio.Group>
      <Refusal refusal={choose.refusal} />
      <div>
        <ReasonButton
          loading={choose.running}
          reason={sentence ?? (startsAt === null ? "Choose a time first." : null)}
          lift={lift}
          onClick={() => void take()}
        >
          Take this time
        </ReasonButton>
      </div>
    </Stack>
  );
}
