import { countedOf } from "@rubric/domain/offer/pay";
import type { OfferListView, OfferView, RangeView } from "@rubric/domain/offer/schemas";
import { Fragment } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import { placeWords } from "../../ui/places.ts";
import panel from "../../ui/panel.module.css";
import { dateWords } from "../../ui/time-words.ts";
import { OfferRuler } from "./offer-ruler.tsx";
import classes from "./offer.module.css";
import { outsideWords } from "./outside-words.ts";
import { packageRows } from "./package-terms.tsx";

/** What one version says, with its amount on the ruler. */
export function OfferTerms(props: {
  offer: OfferView;
  range: RangeView | null;
  earlier?: readonly OfferView[];
  median?: OfferListView["median"];
}) {
  const { offer, range, earlier = [], median } = props;
  const { pay, currency } = offer;
  const counted = countedOf({ ...offer.package, baseMinor: offer.amountMinor }, pay.counts);
  const outside = outsideWords(pay, counted, range);
  return (
    <div className={panel.stack}>
      <div className={classes.amount}>
        <Money minor={offer.amountMinor} currency={offer.currency} per="year" />
      </div>
      <OfferRuler
        range={range}
        band={pay.band}
        {...(median === undefined ? {} : { median })}
        amount={offer.amountMinor}
        currency={offer.currency}
        earlier={earlier}
      />
      {outside.length === 0 ? null : (
        <div className={classes.outside}>
          {outside.map((sentence) => (
            <p key={sentence} className={panel.words}>
              {sentence}
            </p>
          ))}
          <p className={panel.words}>Why: {offer.rangeReason}</p>
        </div>
      )}
      <dl className={classes.terms}>
        {packageRows(offer.package, currency).map(({ key, head, cell }) => (
          <Fragment key={key}>
            <dt>{head}</dt>
            <dd>{cell}</dd>
          </Fragment>
        ))}
        <dt>Level</dt>
        <dd>{offer.level}</dd>
        {offer.workPlace === null ? null : (
          <>
            <dt>Place of work</dt>
            <dd>{placeWords(offer.workPlace)}</dd>
          </>
        )}
        <dt>Starts</dt>
        <dd>{dateWords(offer.startDate)}</dd>
        <dt>Answer by</dt>
        <dd>
          <ExactTime at={offer.expiresAt} />
        </dd>
        {offer.conditions === "" ? null : (
          <>
            <dt>It says besides</dt>
            <dd>{offer.conditions}</dd>
          </>
        )}
        <dt>Written by</dt>
        <dd>{offer.author.name}</dd>
        {offer.groups.length === 0 ? (
          <>
            <dt>Approver</dt>
            <dd>{offer.approver.name}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
