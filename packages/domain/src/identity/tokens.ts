import { hash } from "node:crypto";
import { encodeBase32LowerCaseNoPadding } from "@oslojs/encoding";

/** A secret of 32 random bytes, as text that goes into a cookie or an e-mail and is kept nowhere. */
export function newToken(): string {
  return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(32)));
}

/** What is stored of a token: its SHA-256 as hex. */
export function tokenHash(token: string): string {
  return hash("sha256", token, "hex");
}
