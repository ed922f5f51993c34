import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { BadUse } from "./failures.ts";

const Env = z.object({
  RUBRIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RUBRIC_TOKEN: z.string().min(1).optional(),
  XDG_CONFIG_HOME: z.string().min(1).optional(),
});

/** What the command line takes from its environment. */
export type Env = { url: string | undefined; token: string | undefined; folder: string };

/** Reads the environment; throws where RUBRIC_URL is no address. */
export function readEnv(): Env {
  const read = Env.safeParse(process.env);
  if (!read.success) throw new BadUse("RUBRIC_URL is not the address of a Rubric server.");
  const { RUBRIC_URL, RUBRIC_TOKEN, XDG_CONFIG_HOME } = read.data;
  return {
    url: RUBRIC_URL,
    token: RUBRIC_TOKEN,
    folder: join(XDG_CONFIG_HOME ?? join(homedir(), ".config"), "rubric"),
  };
}
