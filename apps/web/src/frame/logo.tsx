const cells = [
  [0, 2],
  [1, 1],
  [2, 0],
] as const;

/** The mark: a small rubric, criteria by levels, with its line of growth filled. */
export function LogoMark({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true" style={{ flex: "none" }}>
      {[0, 1, 2].flatMap((column) =>
        [0, 1, 2].map((row) => (
          <rect
            key={`${column}${row}`}
            x={1 + column * 7}
            y={1 + row * 7}
            width={6}
            height={6}
            rx={1.6}
            fill={
              cells.some(([x, y]) => x === column && y === row)
                ? "var(--rb-accent)"
                : "var(--rb-line-strong)"
            }
          />
        )),
      )}
    </svg>
  );
}
