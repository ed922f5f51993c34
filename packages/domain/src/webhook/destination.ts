import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isSendable } from "./address.ts";

/** What an operator allows of where events are sent, and how names and secrets are read. */
export type Webhooks = {
  /** Whether plain http may be used. */
  allowHttp: boolean;
  /** Networks (CIDR) that are sent to although they are not public. */
  allowedNetworks: readonly string[];
  /** Encrypts secrets at rest; null where the operator set none. */
  key: string | null;
  /** Every address of a name. */
  resolve(host: string): Promise<readonly string[]>;
};

/** Only https to public addresses, and secrets as they are. */
export const STRICT: Webhooks = {
  allowHttp: false,
  allowedNetworks: [],
  key: null,
  resolve: async (host) => {
    const found = await lookup(host, { all: true, verbatim: true });
    return found.map(({ address }) => address);
  },
};

const LOOKUP_MS = 3000;

/** What a URL drops or escapes, so that a person would read another address than the one meant. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

export type Destination =
  | { ok: true; url: URL; addresses: readonly string[] }
  | { ok: false; why: string };

/**
 * Where an address leads now: its name is looked up once, and every address that comes of it must be
 * one that may be sent to. Whoever connects uses these and asks for none again (DNS rebinding).
 */
export async function findDestination(text: string, of: Webhooks): Promise<Destination> {
  const why = problemOfUrl(text, of);
  if (why !== null) return { ok: false, why };
  const url = new URL(text);
  const host = hostOf(url);
  const addresses = isIP(host) > 0 ? [host] : await resolved(host, of);
  if (addresses.length === 0) return { ok: false, why: `The name ${host} was not found.` };
  if (!addresses.every((address) => isSendable(address, of.allowedNetworks))) {
    return {
      ok: false,
      why: `${host} leads to a private address, which the operator of this server does not allow.`,
    };
  }
  return { ok: true, url, addresses };
}

/** Why an address cannot be sent to, whatever its name leads to; null if it can. */
export function problemOfUrl(text: string, of: Pick<Webhooks, "allowHttp">): string | null {
  if (UNSEEN.test(text)) return "The address must hold no blanks or characters that are not seen.";
  if (!URL.canParse(text)) return "This is not an address such as https://example.com/hooks.";
  const url = new URL(text);
  if (url.protocol === "http:" && !of.allowHttp) {
    return "The address must begin with https://: the operator of this server does not allow http.";
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return "The address must begin with https://.";
  }
  if (url.username !== "" || url.password !== "") {
    return "The address must hold no name or password.";
  }
  if (url.hash !== "") return "The address must not end in a part after #.";
  const port = url.port === "" ? null : Number(url.port);
  if (port !== null && port < 1024 && port !== 443 && port !== 80) {
    return `The port ${port} is that of another service.`;
  }
  return null;
}

/** The host without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

async function resolved(host: string, of: Webhooks): Promise<readonly string[]> {
  const giveUp = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => giveUp.resolve([]), LOOKUP_MS);
  try {
    return await Promise.race([of.resolve(host).catch(() => []), giveUp.promise]);
  } finally {
    clearTimeout(timer);
  }
}
