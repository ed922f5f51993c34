import { deny, type Denial } from "../errors.ts";

/** What guessers try first, in whatever they try. */
const COMMON = [
  "password",
  "passwort",
  "123456",
  "qwerty",
  "qwertz",
  "abcdef",
  "letmein",
  "welcome",
  "iloveyou",
  "secret",
  "admin",
  "rubric",
];
const OWN_LENGTH = 8;

/** A password has something left without common words and the person's own name. */
export function whyNotPassword(
  password: string,
  field: string,
  own: readonly string[],
): Denial | null {
  const words = own
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  const rest = [...COMMON, ...words].reduce(
    (left, word) => left.replaceAll(word, ""),
    password.toLowerCase(),
  );
  const guessable = rest.length < OWN_LENGTH || new Set(rest).size < 5;
  if (!guessable) return null;
  return deny("PASSWORD_WEAK", {
    fields: { [field]: "This is too easy to guess. Four unrelated words make a good password." },
  });
}
