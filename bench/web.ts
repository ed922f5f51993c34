import { board } from "./rows/board.ts";
import { post } from "./rows/post.ts";

let missed = 0;
for (const row of [post, board]) {
  const { claims, detail } = await row.measure();
  process.stdout.write(`${row.title}\n`);
  for (const { name, figure, target, held } of claims) {
    process.stdout.write(`  ${held ? "✓" : "✗"} ${name}: ${figure}; target ${target}\n`);
  }
  process.stdout.write(`  ${JSON.stringify(detail)}\n`);
  missed += claims.filter((claim) => !claim.held).length;
}
process.exitCode = missed === 0 ? 0 : 1;
