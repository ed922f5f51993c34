import { hash, hashRaw, verify } from "@node-rs/argon2";
import { refuseIf } from "../errors.ts";
import { whyNotPassword } from "./rules.ts";

/** Argon2id with OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of an account that does not exist; verifying against it takes as long as against a real one. */
let decoy: Promise<string> | null = null;

/** The hash of a password, salted, ready to be stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** The same for the same salt, and as slow to guess from as a stored password. */
export async function slowDigest(password: string, salt: Uint8Array): Promise<string> {
  return Buffer.from(await hashRaw(password, { ...PARAMETERS, salt })).toString("hex");
}

/** Whether the password is the one that was hashed; null stands for an account without one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no such account");
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

/** Refuses a password that is easy to guess. */
export function requireStrong(password: string, field: string, own: readonly string[]): void {
  refuseIf(whyNotPassword(password, field, own));
}
