import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { inWords, onlyThese } from "../webhook/post.ts";

/** What is asked where; `addresses` are those that were checked, and no other is connected to. */
export type Get = {
  url: URL;
  addresses: readonly string[];
  headers: Readonly<Record<string, string>>;
};

export type Got =
  | { ok: true; status: number; header: (name: string) => string | null; text: string }
  | { ok: false; why: string };

const TIMEOUT_MS = 15_000;
/** A page of a hundred changes of a code host is about half a megabyte. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Asks once over a connection of its own to a checked address, without following any redirect.
 * Never throws: what went wrong is said in words.
 */
export async function get({ url, addresses, headers }: Get, timeoutMs = TIMEOUT_MS): Promise<Got> {
  const signal = AbortSignal.timeout(timeoutMs);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const late = `There was no answer within ${timeoutMs / 1000} seconds.`;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(
        url,
        {
          method: "GET",
          agent: false,
          headers: { "user-agent": "Rubric", ...headers },
          lookup: onlyThese(addresses),
          maxHeaderSize: 32 * 1024,
          signal,
        },
        resolve,
      );
      request.on("error", reject);
      request.end();
    });
    const text = await textOf(answer);
    if (text === null) return { ok: false, why: "The answer is larger than is read." };
    const header = (name: string) => {
      const value = answer.headers[name];
      return typeof value === "string" ? value : null;
    };
    return { ok: true, status: answer.statusCode ?? 0, header, text };
  } catch (error) {
    return { ok: false, why: signal.aborted ? late : inWords(error) };
  }
}

/** The whole body, or null where it is too much. */
async function textOf(answer: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) {
      answer.destroy();
      return null;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
