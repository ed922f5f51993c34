import { Document, isMap, isScalar, isSeq, Scalar, visit } from "yaml";

const WIDTH = 100;
const FOLDED_FROM = 80;

/**
 * Writes a JSON value as YAML for people: text of several lines as a literal block, long text
 * folded, an empty line between the entries of a top-level list. Reading it back gives the same value.
 */
export function writeYaml(value: Record<string, unknown>): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (key !== "key" && typeof node.value === "string") node.type = styleOf(node.value);
    },
  });
  if (isMap(document.contents)) {
    for (const [index, pair] of document.contents.items.entries()) {
      if (!isSeq(pair.value)) continue;
      if (isScalar(pair.key) && index > 0) pair.key.spaceBefore = true;
      for (const item of pair.value.items.slice(1)) if (isMap(item)) item.spaceBefore = true;
    }
  }
  return document.toString({ lineWidth: WIDTH });
}

function styleOf(text: string): Scalar.Type {
  if (/[\r\t\u0085\u2028\u2029\uFEFF]|[\uFFFE\uFFFF]/.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.trim() === "") return Scalar.QUOTE_DOUBLE;
  if (text.includes("\n")) return Scalar.BLOCK_LITERAL;
  const folds = text.length > FOLDED_FROM && !/^ | $| {2}/.test(text);
  return folds ? Scalar.BLOCK_FOLDED : Scalar.PLAIN;
}
