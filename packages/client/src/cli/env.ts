import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { BadUse } from "./failures.ts";

/** What a header can carry; a token beyond it would be refused by a message that shows it. */
export const TOKEN = /^[\x21-\x7e]+$/;

const Env = z.object({
  RUBRIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RUBRIC_TOKEN: z.string().trim().regex(TOKEN, "RUBRIC_TOKEN is no access token.").optional(),
  XDG_CONFIG_HOME: z.string().min(1).optional(),
});

/** What the command line takes from its environment. */
export type Env = { url: string | undefined; token: string | undefined; folder: string };

/** Reads the environment; throws where RUBRIC_URL is no address or RUBRIC_TOKEN no token. */
export function readEnv(): Env {
  const read = Env.safeParse(process.env);
  if (!read.success) {
    const { RUBRIC_TOKEN: token } = z.flattenError(read.error).fieldErrors;
    throw new BadUse(token?.[0] ?? "RUBRIC_URL is not the address of a Rubric server.");
  }
  const { RUBRIC_URL, RUBRIC_TOKEN, XDG_CONFIG_HOME } = read.data;
  return {
    url: RUBRIC_URL,
    token: RUBRIC_TOKEN,
    folder: join(XDG_CONFIG_HOME ?? join(homedir(), ".config"), "rubric"),
  };
}
