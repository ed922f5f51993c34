import { Lexer, LineCounter, Parser, parseDocument } from "yaml";
import { shortened } from "./field-path.ts";
import { fieldAt, indexDocument, type Place, type SourceIssue } from "./index-document.ts";

/** The largest YAML file that is read, in bytes of UTF-8. */
export const MAX_SOURCE_BYTES = 1_000_000;

const MAX_DEPTH = 32;
const MAX_TOKENS = 200_000;

/** Why a file is refused: one line, counted from 1, one field such as `competencies[3].level`, one sentence. */
export type SourceError = { line: number; field: string; message: string };

/** The JSON value of a YAML text, where each part of it stands, and the first of what is amiss. */
export type Source = {
  value: unknown;
  root: Place;
  issues: SourceIssue[];
  lineAt: (offset: number) => number;
};

const SYNTAX_SENTENCES: Record<string, string> = {
  MULTIPLE_DOCS: "The file holds more than one YAML document; keep one.",
  TAB_AS_INDENT: "A tab indents this line; YAML is indented with spaces.",
};

/**
 * Reads one YAML document without trusting it: at most 1 MB, 200,000 tokens and 32 levels deep, no
 * aliases.
 * A text that is not YAML gives the error; everything else is left in `issues` for the schema to join.
 */
export function readYamlSource(
  text: string,
): { ok: true; source: Source } | { ok: false; error: SourceError } {
  if (new TextEncoder().encode(text).length > MAX_SOURCE_BYTES) {
    return refuse(1, "file", "The file is larger than 1 MB.");
  }
  const excess = excessIn(text);
  if (excess) {
    return refuse(text.slice(0, excess.at).split("\n").length, "file", excess.message);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const { value, root, issues } = indexDocument(document.contents);
  const broken = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const first = broken[0];
  if (first) {
    const sentence = SYNTAX_SENTENCES[first.code] ?? `This is not valid YAML: ${first.message}.`;
    const place = placeBefore(root, first.pos[0]);
    const unclosed = first.code === "MISSING_CHAR";
    const at = unclosed ? (place?.at ?? 0) : first.pos[0];
    return refuse(lineAt(at), place === null ? "file" : shortened(fieldAt(place)), sentence);
  }
  if (value === null) return refuse(1, "file", "The file is empty.");
  return { ok: true, source: { value, root, issues, lineAt } };
}

function refuse(line: number, field: string, message: string) {
  return { ok: false as const, error: { line, field, message } };
}

/** Composing nodes recurses and takes time by the token, so both are measured on the tokens before. */
function excessIn(text: string): { at: number; message: string } | null {
  const parser = new Parser();
  let at = 0;
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    at += lexeme.length;
    tokens += 1;
    for (const _token of parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH * 2) {
      return { at, message: `The file is nested more than ${MAX_DEPTH} levels deep.` };
    }
    if (tokens > MAX_TOKENS) return { at, message: "The file has too many parts to be read." };
  }
  return null;
}

/** The last field that begins at or before an offset, which is the one being read there. */
function placeBefore(root: Place, offset: number): Place | null {
  let best: Place | null = null;
  const look = (places: Iterable<Place>) => {
    for (const place of places) {
      if (place.at <= offset && place.at >= (best?.at ?? 0)) best = place;
      look(place.parts.values());
    }
  };
  look(root.parts.values());
  return best;
}
