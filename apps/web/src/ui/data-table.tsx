import { VisuallyHidden } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: "start" | "end";
  /** A CSS width. */
  width?: string;
  /** Left out on a phone. */
  desk?: boolean;
}

/**
 * A dense table with a sticky head. With `rowHref` the first column is a link that covers the
 * whole row; what one presses inside other cells stays reachable. `caption` names it for
 * screen readers. With `stacks` each row becomes a card on a phone, where whole words have no room
 * side by side; no column is left out there.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  empty,
  stacks = false,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | null;
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode;
  stacks?: boolean;
}) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    // Without a link in it the keyboard has nothing else to scroll it by.
    <div
      className={classes.frame}
      {...(rowHref === undefined ? { tabIndex: 0, role: "region", "aria-label": caption } : {})}
    >
      <table className={classes.table} data-stacks={stacks || undefined}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                data-desk={column.desk || undefined}
                style={column.width === undefined ? {} : { width: column.width }}
              >
                {column.head === "" ? (
                  <VisuallyHidden>What can be done</VisuallyHidden>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = rowHref?.(row) ?? null;
            return (
              <tr key={rowKey(row)} data-link={href !== null || undefined}>
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    data-align={column.align}
                    data-desk={column.desk || undefined}
                    data-label={
                      stacks && index > 0 && typeof column.head === "string"
                        ? column.head
                        : undefined
                    }
                  >
                    {index === 0 && href !== null ? (
                      <Link href={href} prefetch={false} className={classes.rowLink}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
