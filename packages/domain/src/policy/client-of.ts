import ipaddr from "ipaddr.js";
import type { Actor, Origin } from "../context.ts";
import type { ClientType, NetworkType } from "./segment.ts";

/** What kind of client a call came from: a token's is a program, whatever it calls itself. */
export function clientOf(actor: Actor, { userAgent }: Pick<Origin, "userAgent">): ClientType {
  if (actor.kind === "system") return "system";
  if (actor.kind === "member" && actor.token !== undefined) return "api";
  return /\b(Mobi|Mobile|Android|iPhone|iPad)\b/.test(userAgent) ? "mobile" : "browser";
}

const OWN_RANGES: ReadonlySet<string> = new Set([
  "private",
  "loopback",
  "uniqueLocal",
  "linkLocal",
]);

/**
 * Whether a call came from inside: from an address that is not routed on the internet, or from one
 * of the networks that who runs the server names as its own. A call without an address is its own.
 */
export function networkOf(ip: string, own: readonly string[]): NetworkType {
  if (ip === "") return "internal";
  if (!ipaddr.isValid(ip)) return "external";
  const address = ipaddr.process(ip);
  if (OWN_RANGES.has(address.range())) return "internal";
  const networks = own.map((cidr) => ipaddr.parseCIDR(cidr));
  return ipaddr.subnetMatch(address, { own: networks }, "other") === "own"
    ? "internal"
    : "external";
}
