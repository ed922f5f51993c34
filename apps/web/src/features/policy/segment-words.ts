import type { PolicyView } from "@rubric/domain/policy/schemas";
import { allPlaces, placeWords } from "../../ui/places.ts";

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
    ...(region === null ? [] : [regionWords(region)]),
    ...(client === null ? [] : [CLIENTS[client]]),
    ...(network === null ? [] : [NETWORKS[network]]),
    ...(experiment === null ? [] : [`variant ${experiment}`]),
  ].join(", ");
  return words === "" ? "Everyone" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** "European Union", or "Colorado, United States". */
function regionWords(region: string): string {
  return region === "EU" ? "European Union" : placeWords(region);
}

/** The regions that a policy may be for, the wider ones first, that of the draft among them. */
export function regionChoices(chosen: string | null): { value: string; label: string }[] {
  const within = (parts: number) =>
    allPlaces().filter(({ value }) => value.split("-").length === parts);
  const choices = [
    { value: "EU", label: regionWords("EU") },
    ...[1, 2, 3].flatMap((parts) => within(parts)),
  ];
  return chosen === null || choices.some((one) => one.value === chosen)
    ? choices
    : [{ value: chosen, label: regionWords(chosen) }, ...choices];
}

/** What people may choose from for clients and networks. */
export const CLIENT_CHOICES = Object.entries(CLIENTS).map(([value, label]) => ({ value, label }));
export const NETWORK_CHOICES = Object.entries(NETWORKS).map(([value, label]) => ({ value, label }));

/** A rule's name as people read it: "offer.headcount" is "Offer: headcount". */
export function ruleWords(name: string): string {
  const [feature = "", rule = ""] = name.split(".");
  const words = rule.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${feature.charAt(0).toUpperCase()}${feature.slice(1)}: ${words}`;
}
