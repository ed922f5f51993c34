import classes from "./state-badge.module.css";
import { type StateKind, type StateOf, type Tone, describeState } from "./states.ts";

const glyphs = {
  idle: <circle cx={6} cy={6} r={4.2} strokeDasharray="2 1.6" />,
  waiting: (
    <>
      <circle cx={6} cy={6} r={4.2} />
      <path d="M6 3.8V6l1.6 1" strokeLinecap="round" />
    </>
  ),
  running: (
    <>
      <circle cx={6} cy={6} r={4.2} />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4Z" fill="currentColor" stroke="none" />
    </>
  ),
  ready: <circle cx={6} cy={6} r={4.4} fill="currentColor" stroke="none" />,
  good: (
    <path
      d="M2.2 6.4 4.9 9l4.9-5.8"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  over: <path d="M2.5 6h7" strokeWidth={1.8} strokeLinecap="round" />,
  late: (
    <path
      d="M6 1.6 11 10.4H1ZM6 5v2.4M6 8.9v.2"
      strokeWidth={1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
} as const satisfies Record<Tone, React.ReactNode>;

/** A badge in a tone of one's own wording, for what is not a state of the table. */
export function ToneBadge({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <svg
        viewBox="0 0 12 12"
        width={12}
        height={12}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        aria-hidden="true"
      >
        {glyphs[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}

/** The state of a thing, as one word with a shape: `<StateBadge kind="offer" state="sent" />`. */
export function StateBadge<Kind extends StateKind>({
  kind,
  state,
}: {
  kind: Kind;
  state: StateOf<Kind>;
}) {
  const { word, tone } = describeState(kind, state);
  return <ToneBadge tone={tone}>{word}</ToneBadge>;
}
