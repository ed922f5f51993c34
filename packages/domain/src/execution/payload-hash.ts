import { createHash } from "node:crypto";
import { slowDigest } from "../identity/passwords.ts";
import { canonicalJson, sha256 } from "./canonical.ts";

/** Fields that hold a password, wherever a command has one. */
const SECRETS: ReadonlySet<string> = new Set(["password", "current"]);

/**
 * What is kept of a command's input beside its key. A fast hash of a password would be as good as
 * the password to who reads the table, so a password goes in by its slow one.
 */
export async function payloadHash(input: unknown, key: string): Promise<string> {
  if (typeof input !== "object" || input === null) return sha256(canonicalJson(input));
  const fields: Record<string, unknown> = { ...input };
  const salt = createHash("sha256").update(key).digest().subarray(0, 16);
  for (const [name, value] of Object.entries(fields)) {
    if (SECRETS.has(name) && typeof value === "string") {
      fields[name] = await slowDigest(value, salt);
    }
  }
  return sha256(canonicalJson(fields));
}
