import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useState } from "react";
import { loadDialogs } from "./board-later.ts";

type Drop = (applicationId: string, column: string) => void;

/** Which card is being dragged; calls `onDrop` when it is let go over a column. */
export function useBoardDrag(onDrop: Drop): string | null {
  const [dragged, setDragged] = useState<string | null>(null);
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data["applicationId"] === "string",
        onDragStart: ({ source }) => {
          loadDialogs();
          setDragged(String(source.data["applicationId"]));
        },
        onDrop: ({ source, location }) => {
          setDragged(null);
          const column = location.current.dropTargets[0]?.data["column"];
          if (typeof column === "string") onDrop(String(source.data["applicationId"]), column);
        },
      }),
    [onDrop],
  );
  return dragged;
}
