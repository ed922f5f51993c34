import type { Claim } from "../figures.ts";

/** That a figure is at most as high as wanted. */
export function claimAtMost(
  name: string,
  value: number,
  wanted: number,
  words: (value: number) => string,
): Claim {
  return { name, figure: words(value), target: `≤ ${words(wanted)}`, held: value <= wanted };
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const milliseconds = (value: number) => `${Math.round(value)} ms`;
export const plain = (value: number) => String(Math.round(value * 10_000) / 10_000);
