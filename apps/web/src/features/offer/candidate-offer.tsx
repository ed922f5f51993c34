"use client";

import type { CandidateOfferView } from "@rubric/domain/offer/schemas";
import { Button, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./candidate-offer.module.css";
import { packageRows } from "./package-terms.tsx";

const SAID = {
  sent: "This is our offer to you.",
  change_asked:
    "You asked for a change. We will come back to you; until then this offer stays valid.",
  accepted: "You accepted this offer. We look forward to working with you.",
  confirmed: "You accepted this offer, and everything is settled for your first day.",
  declined: "You declined this offer.",
  expired: "The date by which this offer could be accepted has passed.",
  withdrawn: "We withdrew this offer. It can no longer be accepted.",
  fell_through: "This offer did not come about in the end.",
} as const satisfies Record<CandidateOfferView["state"], string>;

const SETTLED = {
  open: "",
  met: "Settled.",
  waived: "Not needed any more.",
  failed: "Not met.",
} as const satisfies Record<CandidateOfferView["conditionList"][number]["state"], string>;

/** An offer on the candidate's own page: read it, accept it, ask for a change, decline it. */
export function CandidateOffer({ offer }: { offer: CandidateOfferView }) {
  const trpc = useTRPC();
  const accept = useCommand(trpc.offer.accept.mutationOptions());
  const decline = useCommand(trpc.offer.decline.mutationOptions());
  const ask = useCommand(trpc.offer.askChange.mutationOptions());
  const [dialog, setDialog] = useState<"accept" | "decline" | "ask" | null>(null);
  const [words, setWords] = useState("");
  const { id: offerId, job, may } = offer;
  const close = () => {
    setDialog(null);
    setWords("");
  };
  const box = (label: string, required: boolean) => (
    <Textarea
      label={label}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      autosize
      minRows={3}
      required={required}
      data-autofocus
    />
  );
  return (
    <section className={classes.offer} aria-label={`Offer: ${job}`}>
      <p className={classes.said}>{SAID[offer.state]}</p>
      <dl className={classes.terms}>
        <div>
          <dt>The job</dt>
          <dd>{job}</dd>
        </div>
        <div>
          <dt>At the level</dt>
          <dd>{offer.level}</dd>
        </div>
        <div>
          <dt>Pay before tax</dt>
          <dd className={classes.amount}>
            <Money minor={offer.amountMinor} currency={offer.currency} per="year" />
          </dd>
        </div>
        {packageRows(offer.package, offer.currency).map(({ key, head, cell }) => (
          <div key={key}>
            <dt>{head}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
        <div>
          <dt>First day</dt>
          <dd>{dateWords(offer.startDate)}</dd>
        </div>
        {may.accept === null ? (
          <div>
            <dt>Please answer by</dt>
            <dd>
              <ExactTime at={offer.expiresAt} />
            </dd>
          </div>
        ) : null}
        {offer.conditionList.length === 0 ? null : (
          <div>
            <dt>Conditions</dt>
            <dd>
              {offer.conditionList.map((one) => (
                <span key={`${one.kind} ${one.words}`} style={{ display: "block" }}>
                  {one.words} {SETTLED[one.state]}
                </span>
              ))}
            </dd>
          </div>
        )}
        {offer.conditions === "" ? null : (
          <div>
            <dt>And</dt>
            <dd>{offer.conditions}</dd>
          </div>
        )}
      </dl>
      {may.accept === null ? (
        <>
          <div className={classes.actions}>
            <Button size="md" onClick={() => setDialog("accept")}>
              Accept the offer
            </Button>
            {may.askChange === null ? (
              <Button size="md" variant="default" onClick={() => setDialog("ask")}>
                Ask for a change
              </Button>
            ) : null}
            <Button size="md" variant="subtle" color="gray" onClick={() => setDialog("decline")}>
              Decline
            </Button>
          </div>
          <p className={classes.quiet}>
            Take your time until then. Asking for a change is not declining.
          </p>
        </>
      ) : null}
      <ConfirmDialog
        opened={dialog === "accept"}
        onClose={close}
        title="Accept this offer?"
        confirmLabel="Yes, I accept"
        onConfirm={() => accept.run({ offerId })}
      >
        <Text size="lg">
          {job}, {offer.level}, <Money minor={offer.amountMinor} currency={offer.currency} /> a
          year, from {dateWords(offer.startDate)}. We will write to you about the contract and your
          first day.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "ask"}
        onClose={close}
        title="Ask for a change"
        confirmLabel="Send"
        lacks={words.trim().length < 3 ? "Please say what you would like changed." : null}
        onConfirm={() => ask.run({ offerId, words })}
      >
        <Text size="lg">The offer stays valid while we think about it.</Text>
        {box("What would you like changed?", true)}
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "decline"}
        onClose={close}
        title="Decline this offer?"
        confirmLabel="Decline"
        onConfirm={() => decline.run({ offerId, words })}
      >
        <Text size="lg">It ends here, and we will thank you for the time you gave us.</Text>
        {box("If you like, tell us why", false)}
      </ConfirmDialog>
    </section>
  );
}
