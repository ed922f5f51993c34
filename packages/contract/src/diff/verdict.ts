/** `breaking` fails a check; `review` asks a person whether somebody may now see or do more. */
export type Verdict = "breaking" | "warning" | "safe" | "review";

/**
 * Who meets a difference: whoever compiles against the router again (`TYPES`), a client that runs
 * and stays as it is (`WIRE`), or whoever relies on more than schemas (`BEHAVIOUR`).
 */
export type Tier = "TYPES" | "WIRE" | "BEHAVIOUR";
