import { isIP } from "node:net";
import { isSendable } from "../webhook/address.ts";
import { hostOf, type Webhooks, problemOfUrl } from "../webhook/destination.ts";

/**
 * Whether an address may be where an API begins, as far as can be told without looking its name up:
 * whoever fetches looks it up and checks what comes of it.
 */
export function baseOf(
  text: string,
  network: Pick<Webhooks, "allowHttp" | "allowedNetworks">,
): { ok: true; url: string } | { ok: false; why: string } {
  const why = problemOfUrl(text, network);
  if (why !== null) return { ok: false, why };
  const url = new URL(text);
  if (url.search !== "") return { ok: false, why: "The address must hold no part after ?." };
  const host = hostOf(url);
  if (isIP(host) > 0 && !isSendable(host, network.allowedNetworks)) {
    return {
      ok: false,
      why: `${host} is a private address, which the operator of this server does not allow.`,
    };
  }
  return { ok: true, url: url.href.replace(/\/+$/, "") };
}
