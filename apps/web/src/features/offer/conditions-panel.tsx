"use client";

import type { OfferView } from "@rubric/domain/offer/schemas";
import dayjs from "dayjs";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { dateWords } from "../../ui/time-words.ts";
import {
  CONDITION_STATE,
  CONDITION_WORDS,
  type SettledAs,
  settleWords,
} from "./condition-words.ts";
import classes from "./offer.module.css";

type Condition = OfferView["conditionList"][number];

/** The conditions of an offer, each with its state, who settled it and when. */
export function ConditionsPanel({ offer }: { offer: OfferView }) {
  const trpc = useTRPC();
  const settle = useCommand(trpc.offer.settleCondition.mutationOptions());
  const [at, setAt] = useState<{ condition: Condition; as: SettledAs } | null>(null);
  const today = dayjs().format("YYYY-MM-DD");
  const [askedOn, setAskedOn] = useState(today);
  const { conditionList, may } = offer;
  if (conditionList.length === 0) return null;
  const accepted = offer.state === "accepted" || offer.state === "confirmed";
  const early = (one: Condition) =>
    one.afterAcceptance && !accepted
      ? `In ${one.demandedBy ?? "this region"} nobody's background is checked before they accept.`
      : null;
  return (
    <section className={panel.panel} aria-label="Conditions">
      <div className={panel.head}>
        <h2 className={panel.title}>Conditions</h2>
      </div>
      <ul className={panel.list}>
        {conditionList.map((one) => (
          <li key={one.id} className={panel.item}>
            <p className={classes.label}>
              {CONDITION_WORDS[one.kind]}
              <span className={panel.quiet}> {CONDITION_STATE[one.state]}</span>
            </p>
            {one.words === CONDITION_WORDS[one.kind] ? null : (
              <p className={panel.words}>{one.words}</p>
            )}
            <p className={panel.quiet}>
              {one.demandedBy === null ? null : `Stated by the law of ${one.demandedBy}. `}
              {one.dueOn === null || one.state !== "open"
                ? null
                : `The council may object until ${dateWords(one.dueOn)}; this stands among the deadlines. `}
              {one.settledAt === null ? null : (
                <>
                  {one.settledBy ?? "By itself"}, <ExactTime at={one.settledAt} />: {one.reason}
                </>
              )}
            </p>
            {one.state === "open" && may.settleCondition === null ? (
              <div className={classes.settle}>
                {(["asked", "met", "waived", "failed"] as const)
                  .filter((as) => as !== "asked" || one.kind === "works_council")
                  .map((as) => (
                    <ReasonButton
                      key={as}
                      size="compact-sm"
                      variant="default"
                      reason={early(one)}
                      onClick={() => setAt({ condition: one, as })}
                    >
                      {settleWords(one.kind, as)}
                    </ReasonButton>
                  ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={at !== null}
        onClose={() => setAt(null)}
        title={
          at === null
            ? ""
            : `${CONDITION_WORDS[at.condition.kind]}: ${settleWords(at.condition.kind, at.as)}`
        }
        confirmLabel={at === null ? "" : settleWords(at.condition.kind, at.as)}
        {...(at?.as === "failed" ? { tone: "destroy" as const } : {})}
        reason={{ label: "What it rests on", minLength: 3 }}
        onConfirm={(reason) =>
          settle.run({
            offerId: offer.id,
            conditionId: at?.condition.id ?? "",
            as: at?.as ?? "met",
            askedOn: at?.as === "asked" ? askedOn : null,
            reason,
          })
        }
      >
        {at?.as === "asked" ? (
          <DayField
            label="Asked on"
            description="From this day its time to object runs, as the law of the place sets it; it stands among the deadlines."
            value={askedOn}
            maxDate={today}
            valueFormat="D MMM YYYY"
            onChange={(day) => setAskedOn(day ?? today)}
          />
        ) : at?.as !== "failed" ? (
          "It stays beside the offer with your name and the time."
        ) : accepted ? (
          "The offer falls through: its opening is open again, and the application ends."
        ) : (
          "The offer cannot be confirmed then."
        )}
      </ConfirmDialog>
    </section>
  );
}
