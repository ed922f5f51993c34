import { createHmac, timingSafeEqual } from "node:crypto";

/** The header in which a page's own calls bring back who asked for the page. */
export const VISITOR_HEADER = "x-visitor";

const GOOD_FOR_MS = 60_000;

export type VisitorSeal = {
  /** Names an address so that only this door believes it, for a minute. */
  seal(ip: string, now: number): string;
  /** The address that was named, or null where this door did not name it. */
  open(sealed: string, now: number): string | null;
};

/**
 * A page is rendered by `web`, whose calls all come from one address. The door gives each page's
 * request the visitor's address under a seal, `web` hands it on, and limits count by the visitor.
 */
export function visitorSeal(key: string): VisitorSeal {
  const sign = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    seal: (ip, now) => {
      const text = `${now + GOOD_FOR_MS} ${ip}`;
      return `${text} ${sign(text)}`;
    },
    open: (sealed, now) => {
      const [until = "", ip = "", signature = ""] = sealed.split(" ");
      const expected = Buffer.from(sign(`${until} ${ip}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number(until) > now ? ip : null;
    },
  };
}
