import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

/** Offers. */
export const OFFER_ROWS: readonly Row[] = [
  {
    row: "approve and see requisition, offer",
    cells: "own own own own own own no no own",
    own: "approver",
    calls: ["offer.show", "offer.approve", "offer.sendBack", "offer.withdraw"],
  },
  {
    row: "offer: sent → change asked: C; R on C's word",
    cells: "no yes no no no no no own no",
    own: "about",
    calls: ["offer.askChange"],
  },
  {
    row: "write, send, see offer (C: own, on their own page)",
    cells: "no yes no yes no no no no no",
    calls: of("offer", "list show draft request send sendBack fellThrough"),
  },
  {
    row: "offer: withdrawn: M with P",
    cells: "no no no yes no no no no no",
    calls: ["offer.askToWithdraw"],
  },
];
