import { spreadOf } from "./figures.ts";
import type { Bar } from "./rig/rig.ts";

const WIDTH = 720;
const LABELS = 150;
const FIGURES = 90;
const ROW = 34;
const TOP = 52;
const PLOT = WIDTH - LABELS - FIGURES;

/** Colours that stand out on white and on black; a page's own ground shows through. */
const STYLE = `text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-weight:600;font-size:15px}
.unit{fill:#57606a}.bar{fill:#8c959f}.own{fill:#3b6fd4}.rounds{stroke:#24292f;stroke-width:1.5}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.unit{fill:#9da7b3}.bar{fill:#6e7681}
.own{fill:#6ea0ff}.rounds{stroke:#e6edf3}}`;

/**
 * Draws the bars below each other from zero, as SVG: each as long as the median of its rounds, with a
 * line from the least to the most of them. The first bar is ours.
 */
export function draw(of: { title: string; unit: string; bars: readonly Bar[] }): string {
  const spreads = of.bars.map((bar) => ({ name: bar.name, ...spreadOf(bar.rounds) }));
  const most = Math.max(...spreads.map((one) => one.most));
  const x = (value: number) => LABELS + (value / most) * PLOT;
  const height = TOP + spreads.length * ROW + 8;
  const told = spreads.map((one) => `${one.name} ${figure(one.median)}`).join(", ");
  const bars = spreads.map(({ name, least, median, most: highest }, n) => {
    const y = TOP + n * ROW;
    const middle = y + 11;
    return [
      `<text x="${LABELS - 10}" y="${y + 16}" text-anchor="end">${escaped(name)}</text>`,
      `<rect class="${n === 0 ? "own" : "bar"}" x="${LABELS}" y="${y}" width="${fixed(x(median) - LABELS)}" height="22" rx="3"/>`,
      `<path class="rounds" d="M${fixed(x(least))} ${middle}H${fixed(x(highest))}"/>`,
      `<text x="${fixed(x(highest) + 8)}" y="${y + 16}">${figure(median)}</text>`,
    ].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d">
<title id="t">${escaped(of.title)}</title>
<desc id="d">${escaped(`${of.unit}: ${told}`)}</desc>
<style>${STYLE}</style>
<text class="title" x="8" y="20">${escaped(of.title)}</text>
<text class="unit" x="8" y="38">${escaped(of.unit)}; bar: median, line: least to most of the rounds</text>
${bars.join("\n")}
</svg>
`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function figure(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
