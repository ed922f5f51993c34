import type { PolicyView } from "@rubric/domain/policy/schemas";
import { placeWords } from "./places.ts";
import { nameWords } from "./rule-words.ts";

const CLIENTS = {
  browser: "in a browser",
  mobile: "on a phone or tablet",
  api: "by a program",
  system: "by Rubric itself",
} as const;
const NETWORKS = { internal: "from an internal network", external: "from outside" } as const;

/** To whom a policy applies, in words: "Everyone", or "Colorado, United States, on a phone or tablet". */
export function segmentWords(segment: PolicyView["segment"]): string {
  const { region, experiment, client, network } = segment;
  const words = [
    ...(region === null ? [] : [region === "EU" ? "European Union" : placeWords(region)]),
    ...(client === null ? [] : [CLIENTS[client]]),
    ...(network === null ? [] : [NETWORKS[network]]),
    ...(experiment === null ? [] : [`variant ${experiment}`]),
  ].join(", ");
  return words === "" ? "Everyone" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people may choose from for clients and networks. */
export const CLIENT_CHOICES = Object.entries(CLIENTS).map(([value, label]) => ({ value, label }));
export const NETWORK_CHOICES = Object.entries(NETWORKS).map(([value, label]) => ({ value, label }));

/** A rule's name as people read it: "offer.headcount" is "Offer: headcount". */
export function ruleWords(name: string): string {
  const [feature = "", rule = ""] = name.split(".");
  return `${nameWords(feature)}: ${nameWords(rule).toLowerCase()}`;
}
