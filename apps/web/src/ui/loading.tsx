import { Skeleton, VisuallyHidden } from "@mantine/core";
import classes from "./loading.module.css";

const widths = ["62%", "48%", "71%", "55%", "66%", "43%", "58%", "69%", "51%", "64%"];

const SHAPES = {
  table: () => <TableShape rows={8} columns={5} />,
  list: () => <ListShape />,
  text: () => <TextShape />,
  cards: () => <Cards count={5} height={92} />,
  form: () => (
    <div className={classes.form}>
      <FieldsShape count={5} />
    </div>
  ),
  split: () => (
    <div className={classes.split}>
      <FieldsShape count={6} />
      <Cards count={2} height={150} />
    </div>
  ),
  board: () => (
    <div className={classes.board}>
      {[4, 3, 2, 4, 3].map((cards, column) => (
        <div key={column} className={classes.column}>
          <Skeleton height={14} width="50%" mb={14} />
          <Cards count={cards} height={84} />
        </div>
      ))}
    </div>
  ),
  columns: () => (
    <div className={classes.columns}>
      <TextShape />
      <Cards count={4} height={84} />
      <Cards count={1} height={180} />
    </div>
  ),
} as const;

/** A whole page that is being loaded: its head, perhaps with tabs, and what is below in its shape. */
export function PageLoading({
  shape = "table",
  tabs = false,
}: {
  shape?: keyof typeof SHAPES;
  tabs?: boolean;
}) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      <HeaderShape tabs={tabs} />
      {SHAPES[shape]()}
    </div>
  );
}

/** A table that is being loaded, in the table's own shape. */
export function TableLoading({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      <TableShape rows={rows} columns={columns} />
    </div>
  );
}

function HeaderShape({ tabs }: { tabs: boolean }) {
  return (
    <div className={classes.header} data-tabs={tabs || undefined}>
      <Skeleton height={24} width={220} />
      <Skeleton height={14} width={340} mt={10} maw="80%" />
      {tabs ? (
        <div className={classes.tabs}>
          {[56, 40, 72, 48].map((width) => (
            <Skeleton key={width} height={14} width={width} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function TableShape({ rows, columns }: { rows: number; columns: number }) {
  return (
    <div className={classes.table}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={classes.row}
          style={{ gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)` }}
        >
          {Array.from({ length: columns }, (__, column) => (
            <Skeleton key={column} height={12} width={widthAt(row * 3 + column * 5)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function TextShape() {
  return (
    <div className={classes.text}>
      {widths.map((width) => (
        <Skeleton key={width} height={13} width={width} mb={12} />
      ))}
    </div>
  );
}

function ListShape() {
  return (
    <div className={classes.table}>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className={classes.line}>
          <Skeleton height={13} width={widthAt(row)} />
        </div>
      ))}
    </div>
  );
}

function FieldsShape({ count }: { count: number }) {
  return (
    <div className={classes.panel}>
      {Array.from({ length: count }, (_, field) => (
        <div key={field}>
          <Skeleton height={12} width={120} mb={8} />
          <Skeleton height={34} radius="md" />
        </div>
      ))}
    </div>
  );
}

function Cards({ count, height }: { count: number; height: number }) {
  return (
    <div>
      {Array.from({ length: count }, (_, card) => (
        <Skeleton key={card} height={height} radius="md" mb={8} />
      ))}
    </div>
  );
}

function widthAt(index: number): string {
  return widths[index % widths.length] ?? "60%";
}
