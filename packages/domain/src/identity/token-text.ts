import { crc32 } from "node:zlib";
import { encodeHexLowerCase } from "@oslojs/encoding";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

const PREFIX = { personal: "rubric_pat_", service: "rubric_svc_" } as const;

const FORM = /^rubric_(?:pat|svc)_[0-9A-Za-z]{49}$/;

export type TokenKind = keyof typeof PREFIX;

/**
 * The text of a new token: prefix, 32 random bytes in base62 (43 digits), and the CRC-32 of prefix
 * and secret in base62 (6 digits), by which a scanner tells a token from what only looks like one.
 */
export function newTokenText(kind: TokenKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const start = PREFIX[kind] + base62(BigInt(`0x${encodeHexLowerCase(bytes)}`), SECRET_LENGTH);
  return start + checksum(start);
}

/** Whether a text has the form of a token and its checksum is right; says nothing of who made it. */
export function isTokenText(text: string): boolean {
  const end = text.length - CHECKSUM_LENGTH;
  return FORM.test(text) && checksum(text.slice(0, end)) === text.slice(end);
}

/** How a token is spoken of where it must not stand itself: prefix and last four characters. */
export function tokenHint(kind: TokenKind, lastFour: string): string {
  return `${PREFIX[kind]}…${lastFour}`;
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), CHECKSUM_LENGTH);
}

function base62(value: bigint, length: number): string {
  let digits = "";
  for (let rest = value; rest > 0n; rest /= 62n)
    digits = DIGITS.charAt(Number(rest % 62n)) + digits;
  return digits.padStart(length, "0");
}
