import { RatingGlyph } from "./rating-glyph.tsx";
import { type Judgement, type Recommendation, ratingColor, ratingWords } from "./ratings.ts";

interface MarkProps {
  /** Width and height in pixels. */
  size?: number;
  /** Shows the word beside the mark; without it the word is the mark's accessible name. */
  withWord?: boolean;
}

function Mark({
  value,
  square,
  size = 18,
  withWord = false,
}: MarkProps & { value: Judgement; square: boolean }) {
  const word = ratingWords[value];
  const name = withWord ? {} : { role: "img", "aria-label": word, title: word };
  return (
    <span
      style={{ display: "inline-flex", alignItems: "center", gap: 6, verticalAlign: "middle" }}
      {...name}
    >
      <span style={{ color: ratingColor(value) }}>
        <RatingGlyph value={value} size={size} square={square} />
      </span>
      {withWord ? <span>{word}</span> : null}
    </span>
  );
}

/** One rating of a criterion: ⊖ − ◐ + ⊕, or hatched where it was not assessed. */
export function RatingMark({ rating, ...rest }: MarkProps & { rating: Judgement }) {
  return <Mark value={rating} square={false} {...rest} />;
}

/** An overall recommendation: the same signs in a square, so that it is never taken for a rating. */
export function RecommendationMark({
  recommendation,
  ...rest
}: MarkProps & { recommendation: Recommendation }) {
  return <Mark value={recommendation} square {...rest} />;
}
