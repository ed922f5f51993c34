"use client";

import type { OfferView } from "@rubric/domain/offer/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./offer.module.css";

const STATE = { asked: "Asked for", approved: "Approved", refused: "Refused" } as const;

/** The exceptions of a version: leave to pay outside band or range, asked for and given by two people. */
export function ExceptionPanel({ offer }: { offer: OfferView }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.offer.askException.mutationOptions());
  const answer = useCommand(trpc.offer.answerException.mutationOptions());
  const [dialog, setDialog] = useState<"ask" | "approve" | "refuse" | null>(null);
  const { exceptions, may, pay, id: offerId } = offer;
  const [newest] = exceptions;
  if (exceptions.length === 0 && !pay.needsException) return null;
  const close = () => setDialog(null);
  return (
    <section className={panel.panel} aria-label="Exception">
      <div className={panel.head}>
        <h2 className={panel.title}>Exception</h2>
      </div>
      {pay.needsException && newest?.state !== "asked" ? (
        <p className={panel.words}>
          The pay lies outside the {pay.outsideBand === null ? "range that was shown" : "pay band"}.
          Somebody who neither wrote the offer nor asks for it approves an exception first.
        </p>
      ) : null}
      <ul className={panel.list}>
        {exceptions.map((one) => (
          <li key={one.id} className={panel.item}>
            <p className={panel.words}>
              {STATE[one.state]} for <Money minor={one.baseMinor} currency={one.currency} /> base
              {one.fits ? "" : ", which is not the package as it is now"}
            </p>
            <p className={panel.quiet}>
              {one.askedBy}, <ExactTime at={one.askedAt} />: {one.reason}
            </p>
            {one.answeredBy === null || one.answeredAt === null ? null : (
              <p className={panel.quiet}>
                {one.answeredBy}, <ExactTime at={one.answeredAt} />: {one.answerReason}
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        {pay.needsException && newest?.state !== "asked" && may.askException?.law !== 15 ? (
          <ReasonButton
            reason={may.askException?.sentence ?? null}
            lift={may.askException?.lift ?? null}
            onClick={() => setDialog("ask")}
          >
            Ask for an exception
          </ReasonButton>
        ) : null}
        {newest?.state === "asked" && may.answerException?.law !== 15 ? (
          <>
            <ReasonButton
              reason={may.answerException?.sentence ?? null}
              lift={may.answerException?.lift ?? null}
              onClick={() => setDialog("approve")}
            >
              Approve the exception
            </ReasonButton>
            <ReasonButton
              variant="default"
              reason={may.answerException?.sentence ?? null}
              onClick={() => setDialog("refuse")}
            >
              Refuse it
            </ReasonButton>
          </>
        ) : null}
      </div>
      <ConfirmDialog
        opened={dialog === "ask"}
        onClose={close}
        title="Ask for an exception"
        confirmLabel="Ask for it"
        reason={{ label: "Why this person, at this pay", minLength: 3 }}
        onConfirm={(reason) => ask.run({ offerId, reason })}
      >
        It holds for this version and this package alone. When either changes, it is asked for anew.
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "approve" || dialog === "refuse"}
        onClose={close}
        title={dialog === "refuse" ? "Refuse the exception" : "Approve the exception"}
        confirmLabel={dialog === "refuse" ? "Refuse it" : "Approve it"}
        reason={{ label: "Why", description: "Stays beside the offer.", minLength: 3 }}
        onConfirm={(reason) =>
          answer.run({
            offerId,
            exceptionId: newest?.id ?? "",
            approve: dialog === "approve",
            reason,
          })
        }
      >
        {newest?.reason}
      </ConfirmDialog>
    </section>
  );
}
