import { z } from "zod";

/** What somebody had typed into a field of the page, with the words beside that field. */
export type Typed = { label: string; text: string };

const KEY = "rubric:typed";
const Kept = z.object({
  page: z.string(),
  typed: z.array(z.object({ label: z.string(), text: z.string() })).max(50),
});
const TEXT_FIELDS =
  "textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=tel], input[type=search], input[type=number]";

/** What a browser is told to fill in of secrets. */
const SECRETS = /\b(current-password|new-password|one-time-code)\b/;

const typedInto = new WeakSet<EventTarget>();

/** Remembers into which fields somebody types. */
export function watchTyping(): () => void {
  const note = ({ target }: Event) => {
    if (target !== null) typedInto.add(target);
  };
  document.addEventListener("input", note, { capture: true });
  return () => document.removeEventListener("input", note, { capture: true });
}

/**
 * Whether a field is for a secret: one whose password is shown is an input of text meanwhile, and
 * what may hold secrets among other things lies in a part of the page that says so.
 */
function isSecret(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const told = field.type === "password" || SECRETS.test(field.autocomplete);
  return told || field.closest("[data-secret]") !== null;
}

/** Everything that was typed on this page and still stands in a field, but secrets. */
export function typedText(page: ParentNode): Typed[] {
  return [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXT_FIELDS)]
    .filter((field) => typedInto.has(field) && !isSecret(field) && field.value.trim() !== "")
    .map((field) => ({ label: labelOf(field), text: field.value }))
    .slice(0, 50);
}

/** Keeps it over one loading of a page, by its path, in this tab. */
export function keepTyped(
  storage: Pick<Storage, "setItem">,
  page: string,
  typed: readonly Typed[],
): void {
  try {
    storage.setItem(KEY, JSON.stringify({ page, typed }));
  } catch {
    return;
  }
}

/** Takes what was kept, once; on another page than where it was typed it is nobody's to read. */
export function takeTyped(storage: Pick<Storage, "getItem" | "removeItem">, page: string): Typed[] {
  try {
    const kept = Kept.safeParse(JSON.parse(storage.getItem(KEY) ?? "null"));
    storage.removeItem(KEY);
    return kept.success && kept.data.page === page ? kept.data.typed : [];
  } catch {
    return [];
  }
}

/** What of it stands in no field of the page now. */
export function notPutBack(page: ParentNode, kept: readonly Typed[]): Typed[] {
  const fields = [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXT_FIELDS)];
  const there = new Set(fields.map((field) => field.value));
  return kept.filter(({ text }) => !there.has(text));
}

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const label = field.labels?.[0]?.textContent ?? field.getAttribute("aria-label");
  return label?.replace(/\s*\*\s*$/, "").trim() || field.placeholder || "A field";
}
