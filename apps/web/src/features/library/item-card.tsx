import type { LibraryItemView } from "@rubric/domain/library/schemas";
import { FoldCard, FoldPart } from "../../ui/fold-card.tsx";
import { hoursWords, itemKindWords } from "../../ui/item-kinds.ts";
import { technologyWords } from "../../ui/technology-words.ts";

/** One thing to do; what it takes and what would show it opens in place. */
export function ItemCard({ item }: { item: LibraryItemView }) {
  return (
    <FoldCard
      title={item.title}
      meta={[
        itemKindWords[item.kind],
        item.competency.name,
        item.level.name,
        hoursWords(item.hours),
        ...item.technologies.map(technologyWords),
      ].join(" · ")}
    >
      <FoldPart title="What to do" lines={[item.summary]} />
      <FoldPart title="What would show it" lines={[item.evidence]} />
      <FoldPart title="Done before it" lines={item.requires.map(({ title }) => title)} />
      <FoldPart title="Also" lines={item.preparation ? ["Prepares for an interview."] : []} />
    </FoldCard>
  );
}
