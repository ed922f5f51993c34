import { Skeleton, VisuallyHidden } from "@mantine/core";
import classes from "./loading.module.css";

const widths = ["62%", "48%", "71%", "55%", "66%", "43%", "58%", "69%", "51%", "64%"];

function HeaderShape() {
  return (
    <div className={classes.header}>
      <Skeleton height={24} width={220} />
      <Skeleton height={14} width={340} mt={10} maw="80%" />
    </div>
  );
}

/** A table that is being loaded, in the table's own shape. */
export function TableLoading({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div className={classes.table} aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={classes.row}
          style={{ gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)` }}
        >
          {Array.from({ length: columns }, (__, column) => (
            <Skeleton
              key={column}
              height={12}
              width={widths[(row * 3 + column * 5) % widths.length] ?? "60%"}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A whole page that is being loaded: its head and a table or text below. */
export function PageLoading({ shape = "table" }: { shape?: "table" | "text" }) {
  return (
    <div aria-busy="true">
      <HeaderShape />
      {shape === "table" ? (
        <TableLoading />
      ) : (
        <div className={classes.text}>
          <VisuallyHidden>Loading</VisuallyHidden>
          {widths.map((width) => (
            <Skeleton key={width} height={13} width={width} mb={12} />
          ))}
        </div>
      )}
    </div>
  );
}

/** A board that is being loaded: columns of cards. */
export function BoardLoading({ columns = 5 }: { columns?: number }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      <HeaderShape />
      <div className={classes.board}>
        {Array.from({ length: columns }, (_, column) => (
          <div key={column} className={classes.column}>
            <Skeleton height={14} width="50%" mb={14} />
            {Array.from({ length: 4 - (column % 3) }, (__, card) => (
              <Skeleton key={card} height={84} radius="md" mb={8} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
