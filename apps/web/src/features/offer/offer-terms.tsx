import type { OfferView, RangeView } from "@rubric/domain/offer/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import panel from "../../ui/panel.module.css";
import { dateWords } from "../../ui/time-words.ts";
import { OfferRuler } from "./offer-ruler.tsx";
import classes from "./offer.module.css";
import { outsideWords } from "./outside-words.ts";

/** What one version says, with its amount on the ruler. */
export function OfferTerms(props: {
  offer: OfferView;
  range: RangeView | null;
  earlier?: readonly OfferView[];
}) {
  const { offer, range, earlier = [] } = props;
  const outside = outsideWords(offer.outside, offer.amountMinor, range);
  return (
    <div className={panel.stack}>
      <div className={classes.amount}>
        <Money minor={offer.amountMinor} currency={offer.currency} per="year" />
      </div>
      <OfferRuler
        range={range}
        amount={offer.amountMinor}
        currency={offer.currency}
        earlier={earlier}
      />
      {outside === null ? null : (
        <div className={classes.outside}>
          <p className={panel.words}>{outside}</p>
          <p className={panel.words}>Why: {offer.rangeReason}</p>
        </div>
      )}
      <dl className={classes.terms}>
        <dt>Level</dt>
        <dd>{offer.level}</dd>
        <dt>Starts</dt>
        <dd>{dateWords(offer.startDate)}</dd>
        <dt>Answer by</dt>
        <dd>
          <ExactTime at={offer.expiresAt} />
        </dd>
        <dt>Conditions</dt>
        <dd>{offer.conditions === "" ? "None" : offer.conditions}</dd>
        <dt>Written by</dt>
        <dd>{offer.author.name}</dd>
        <dt>Approver</dt>
        <dd>{offer.approver.name}</dd>
      </dl>
    </div>
  );
}
