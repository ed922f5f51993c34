import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Outcome } from "@rubric/domain/webhook";

/** What is sent where; `addresses` are those that were checked, and no other is connected to. */
export type Post = {
  url: URL;
  addresses: readonly string[];
  headers: Readonly<Record<string, string>>;
  body: string;
};

/** An attempt lasts this long at most, from the first packet to the end of the answer. */
const TIMEOUT_MS = 10_000;
/** Of an answer this much is read, and of that so many characters are kept. */
const READ_BYTES = 4096;
const KEPT_CHARACTERS = 500;

/**
 * Sends one POST over a connection of its own to a checked address, without following any
 * redirect. Never throws: what went wrong is the outcome's error, in words.
 */
export async function post(
  { url, addresses, headers, body }: Post,
  timeoutMs = TIMEOUT_MS,
): Promise<Outcome> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const signal = AbortSignal.timeout(timeoutMs);
  let begun = false;
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const failed = (error: unknown) => {
      if (begun) return;
      const late = `There was no answer within ${timeoutMs / 1000} seconds.`;
      const why = signal.aborted ? late : inWords(error);
      resolve({ durationMs: took(), status: null, error: why, response: "" });
    };
    const request = send(
      url,
      {
        method: "POST",
        agent: false,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        lookup: onlyThese(addresses),
        maxHeaderSize: 16 * 1024,
        signal,
      },
      (answer) => {
        begun = true;
        // An answer's status is its word; a body that comes slowly or never ends changes nothing.
        void readSome(answer).then((response) => {
          const status = answer.statusCode ?? 0;
          request.destroy();
          resolve({ durationMs: took(), status, error: whyNotTaken(status), response });
        });
      },
    );
    request.on("error", failed);
    request.end(body);
  });
}

function whyNotTaken(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "The receiver answered that it is gone for good (410).";
  if (status >= 300 && status < 400)
    return `The receiver answered with a redirect (${status}), and none is followed.`;
  return `The receiver answered with ${status}.`;
}

/** Answers every look-up with the addresses that were checked. */
export function onlyThese(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = found;
    if (first === undefined) return callback(new Error("There is no address."), "", 0);
    return options.all === true
      ? callback(null, found)
      : callback(null, first.address, first.family);
  };
}

/** The beginning of an answer as harmless text, read until it is enough, ends or breaks off. */
async function readSome(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= READ_BYTES) break;
    }
  } catch {
    // What came until then stands.
  }
  return harmless(Buffer.concat(chunks).subarray(0, READ_BYTES).toString("utf8"));
}

/** At most 500 characters of a text of which none steers a screen, hides, or cannot be stored. */
export function harmless(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/gu, " ")
    .trim();
  return Array.from(plain).slice(0, KEPT_CHARACTERS).join("");
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Nothing answers there: the connection was refused.",
  ECONNRESET: "The connection was broken off.",
  EPIPE: "The connection was broken off.",
  ETIMEDOUT: "The connection was not made in time.",
  EHOSTUNREACH: "The address cannot be reached.",
  ENETUNREACH: "The address cannot be reached.",
  HPE_HEADER_OVERFLOW: "The answer's headers are too large.",
  CERT_HAS_EXPIRED: "The certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate is self-signed.",
  SELF_SIGNED_CERT_IN_CHAIN: "The certificate is signed by nobody who is trusted.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The certificate is signed by nobody who is trusted.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another name.",
};

/** What broke, without what a receiver wrote. */
export function inWords(error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith("HPE_") && WORDS[code] === undefined) return "The answer is not HTTP.";
  return WORDS[code] ?? "The connection failed.";
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}
