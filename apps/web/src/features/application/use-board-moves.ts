import type { BoardView } from "@rubric/domain/application/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { toastDone } from "../../ui/toast.ts";
import { leave, type Place, putBack, takeTo } from "./moved-board.ts";

/** One command that takes a card elsewhere, or with `to` null off the board. */
export type BoardMove = {
  applicationId: string;
  to: Place | null;
  /** Sends it; rejects with the refusal. */
  send: () => Promise<unknown>;
  /** What is said once it is done. */
  done: string;
};

/**
 * Shows a move at once and sends it. Where it is refused, the card goes back to where it stood, the
 * board is read anew, since it may stand elsewhere by now, and the promise rejects with the refusal.
 */
export function useBoardMoves(jobId: string): (move: BoardMove) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.application.board.queryKey({ jobId });
  return async ({ applicationId, to, send, done }) => {
    await queryClient.cancelQueries({ queryKey: key });
    const before = queryClient.getQueryData(key);
    const change = (how: (board: BoardView) => BoardView) =>
      queryClient.setQueryData(key, (board) => (board === undefined ? board : how(board)));
    change((board) =>
      to === null ? leave(board, applicationId) : takeTo(board, applicationId, to),
    );
    try {
      await send();
      toastDone(done);
    } catch (error) {
      if (before !== undefined) change((board) => putBack(board, before, applicationId));
      void queryClient.invalidateQueries({ queryKey: key });
      throw error;
    }
  };
}
