import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** A new signing secret, as a receiver keeps it: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/** What the header `webhook-signature` says of a body, one signature a secret (Standard Webhooks). */
export function signatures(
  secrets: readonly string[],
  of: { id: string; timestamp: number; body: string },
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), "base64");
      const signed = `${of.id}.${of.timestamp}.${of.body}`;
      return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
    })
    .join(" ");
}

/**
 * A secret as it is stored: encrypted with the operator's key (AES-256-GCM) where there is one,
 * bound to its endpoint. It cannot be hashed, as signing needs the secret itself.
 */
export function sealSecret(secret: string, key: string | null, endpointId: string): string {
  if (key === null) return secret;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(key), iv).setAAD(Buffer.from(endpointId));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `aes:${Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64")}`;
}

/** The stored secrets of before that still sign at an instant, the newest first. */
export function secretsBefore(
  { previousSecret, previousUntil }: { previousSecret: string | null; previousUntil: Date | null },
  at: Date,
): string[] {
  const signs = previousSecret !== null && previousUntil !== null && previousUntil > at;
  return signs ? previousSecret.split(" ") : [];
}

/** Thrown where a stored secret was encrypted with another key than the operator's. */
export class UnreadableSecret extends Error {
  override readonly name = "UnreadableSecret";
}

/** The secret of what `sealSecret` made. */
export function openSecret(stored: string, key: string | null, endpointId: string): string {
  if (!stored.startsWith("aes:")) return stored;
  try {
    const all = Buffer.from(stored.slice(4), "base64");
    const decipher = createDecipheriv("aes-256-gcm", keyOf(key ?? ""), all.subarray(0, 12))
      .setAAD(Buffer.from(endpointId))
      .setAuthTag(all.subarray(12, 28));
    return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    throw new UnreadableSecret("The secret was encrypted with another key.");
  }
}

const keyOf = (key: string) => createHash("sha256").update(key).digest();
