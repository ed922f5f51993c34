import type { ReactNode } from "react";
import type { OfferView } from "@rubric/domain/offer/schemas";
import { Money } from "../../ui/money.tsx";

type Package = OfferView["package"];

/** What a package has beside its base, as pairs of a definition list; nothing where there is none. */
export function packageRows(
  pay: Package,
  currency: string,
): { key: string; head: string; cell: ReactNode }[] {
  const money = (minor: number, per?: string) => (
    <Money minor={minor} currency={currency} {...(per === undefined ? {} : { per })} />
  );
  return [
    ...(pay.variableMinor === 0
      ? []
      : [
          {
            key: "variable",
            head: "Variable pay, target",
            cell: (
              <>
                {money(pay.variableMinor, "year")}
                {pay.variablePercent === null ? null : ` (${pay.variablePercent} % of the base)`}
              </>
            ),
          },
        ]),
    ...(pay.equity === ""
      ? []
      : [
          {
            key: "equity",
            head: "Equity",
            cell: (
              <>
                {pay.equity}
                {pay.equityMinor === null ? null : <>, about {money(pay.equityMinor, "year")}</>}
              </>
            ),
          },
        ]),
    ...(pay.signingMinor === 0
      ? []
      : [{ key: "signing", head: "Signing bonus, once", cell: money(pay.signingMinor) }]),
    ...(pay.benefits.length === 0
      ? []
      : [
          {
            key: "benefits",
            head: "Benefits",
            cell: pay.benefits.map((one) => (
              <span key={one.name} style={{ display: "block" }}>
                {one.name}
                {one.valueMinor === null ? null : <>, worth {money(one.valueMinor, "year")}</>}
              </span>
            )),
          },
        ]),
  ];
}
