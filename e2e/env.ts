import { z } from "zod";

const System = z.object({
  /** The one door: the API, which passes pages on to the web app. */
  publicUrl: z.url(),
  /** Where the web server's calls pass on their way to the API, and can be held or failed. */
  betweenUrl: z.url(),
  /** The database as `rubric_api`. */
  databaseUrl: z.string(),
  /** The same as `rubric_reader`. */
  readerUrl: z.string(),
  /** The same as its owner, who alone may analyze it. */
  ownerUrl: z.string(),
  /** Where the mail server keeps what it received, one file an e-mail. */
  mailFolder: z.string(),
});
export type System = z.infer<typeof System>;

const variable = "RUBRIC_E2E_SYSTEM";

export const isCi = process.env.CI === "true";
export const browserPath = process.env.CHROMIUM_PATH || null;

/** Tells the workers, which are started later, where the system is. */
export function publishSystem(system: System): void {
  process.env[variable] = JSON.stringify(system);
}

/** The system has ended: another may be started in this process. */
export function withdrawSystem(): void {
  delete process.env[variable];
}

/** Whether somebody has started a system already, for spec after spec while one writes them. */
export function isPublished(): boolean {
  return process.env[variable] !== undefined;
}

/** Where the system of this run is. */
export function runningSystem(): System {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error("The system is not running: start the specs by npm test.");
  return System.parse(JSON.parse(text));
}
