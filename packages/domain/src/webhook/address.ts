import ipaddr from "ipaddr.js";

/**
 * Whether an event may be sent to an IP address: public, or in a network that the operator named.
 * Everything that is not plain public unicast is refused, IPv6 that carries or stands for an IPv4
 * address among it (IANA's special-purpose registries, RFC 6890).
 */
export function isSendable(address: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(address) || address.includes("%")) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1.
  const ip = ipaddr.process(address);
  const networks = allowed.map((network) => ipaddr.parseCIDR(network));
  if (ipaddr.subnetMatch(ip, { allowed: networks }, "other") === "allowed") return true;
  if (ip instanceof ipaddr.IPv6 && !ip.match(GLOBAL_UNICAST)) return false;
  return ip.range() === "unicast";
}

/** Whether a text is a network such as 10.1.0.0/16 or fd00::/8. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
