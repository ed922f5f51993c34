const NAMES = /password|token|secret|^code$/i;

/** Whether a schema asks somewhere for what no browser should keep. */
export function holdsSecret(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if ("x-sensitive" in schema && schema["x-sensitive"] === true) return true;
  if ("properties" in schema && Object.keys(schema.properties ?? {}).some((key) => NAMES.test(key)))
    return true;
  return Object.values(schema).some(holdsSecret);
}
