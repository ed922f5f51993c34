/** Waits until it is the turn of what happens at this instant; `alone` with nothing beside it. */
export type Turn = (at: Date, alone?: boolean) => Promise<void>;

type Waiting = { at: Date; alone: boolean; go: () => void };

/**
 * Tells several stories side by side, what happens in them in the order of its instants: of all
 * that wait for their turn the earliest goes on, as soon as fewer than `atOnce` are being told.
 */
export async function sideBySide<T>(
  stories: readonly T[],
  atOnce: number,
  tell: (story: T, turn: Turn) => Promise<void>,
): Promise<void> {
  const waiting: Waiting[] = [];
  let told = stories.length;
  let alone = false;
  const goOn = () => {
    while (told < atOnce && waiting.length > 0) {
      const first = waiting.reduce((least, one) => (one.at < least.at ? one : least));
      if (told > 0 && (alone || first.alone)) return;
      waiting.splice(waiting.indexOf(first), 1);
      told += 1;
      alone = first.alone;
      first.go();
    }
  };
  const stop = () => {
    told -= 1;
    goOn();
  };
  const turn: Turn = (at, wanted = false) =>
    new Promise((go) => {
      waiting.push({ at, alone: wanted, go });
      stop();
    });
  await Promise.all(
    stories.map(async (story) => {
      try {
        await tell(story, turn);
      } finally {
        stop();
      }
    }),
  );
}
