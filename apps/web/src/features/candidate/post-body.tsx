import { blocksOf } from "./post-blocks.ts";

/** A post's text, one element a block; nothing of it is taken for markup. */
export function PostBody({ body }: { body: string }) {
  return blocksOf(body).map((block, index) => {
    // A block has no other identity than its place.
    const key = index;
    if (block.kind === "heading") return <h2 key={key}>{block.text}</h2>;
    if (block.kind === "paragraph") {
      return (
        <p key={key} style={{ whiteSpace: "pre-line" }}>
          {block.text}
        </p>
      );
    }
    return (
      <ul key={key}>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  });
}
