import type { Judgement } from "./ratings.ts";

const disc = "M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17Z";
const tile =
  "M5 1.5h10a3.5 3.5 0 0 1 3.5 3.5v10a3.5 3.5 0 0 1-3.5 3.5H5A3.5 3.5 0 0 1 1.5 15V5A3.5 3.5 0 0 1 5 1.5Z";
const minusHole = "M5.6 8.9v2.2h8.8V8.9Z";
const plusHole = "M8.9 5.6v3.3H5.6v2.2h3.3v3.3h2.2v-3.3h3.3V8.9h-3.3V5.6Z";

function Sign({ plus, framed }: { plus: boolean; framed: boolean }) {
  const [from, to] = framed ? [6, 14] : [3.6, 16.4];
  return (
    <g stroke="currentColor" strokeWidth={2.2} strokeLinecap="round">
      <path d={`M${from} 10H${to}`} />
      {plus ? <path d={`M10 ${from}V${to}`} /> : null}
    </g>
  );
}

const frame = (
  <rect x={2.2} y={2.2} width={15.6} height={15.6} rx={3} stroke="currentColor" strokeWidth={1.4} />
);

const shapes = {
  definitely_not: (square: boolean) => (
    <path fill="currentColor" fillRule="evenodd" d={(square ? tile : disc) + minusHole} />
  ),
  no: (square: boolean) => (
    <>
      {square ? frame : null}
      <Sign plus={false} framed={square} />
    </>
  ),
  mixed: () => (
    <>
      <circle cx={10} cy={10} r={7.6} stroke="currentColor" strokeWidth={1.8} />
      <path fill="currentColor" d="M10 2.4a7.6 7.6 0 0 0 0 15.2Z" />
    </>
  ),
  yes: (square: boolean) => (
    <>
      {square ? frame : null}
      <Sign plus framed={square} />
    </>
  ),
  strong_yes: (square: boolean) => (
    <path fill="currentColor" fillRule="evenodd" d={(square ? tile : disc) + plusHole} />
  ),
  not_assessed: () => (
    <g stroke="currentColor" strokeWidth={1.2}>
      <circle cx={10} cy={10} r={7.6} strokeDasharray="2.4 1.6" />
      <path d="M4.63 15.37 15.37 4.63M2.9 12 12 2.9M8 17.1 17.1 8" opacity={0.75} />
    </g>
  ),
} satisfies Record<Judgement, (square: boolean) => React.ReactNode>;

/** The bare drawing in the current text colour; `square` is the form of a recommendation. */
export function RatingGlyph({
  value,
  size = 18,
  square = false,
}: {
  value: Judgement;
  size?: number;
  square?: boolean;
}) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      style={{ flex: "none", display: "block" }}
    >
      {shapes[value](square)}
    </svg>
  );
}
