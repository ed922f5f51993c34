import { readFileSync, rmSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts[]} parts */
export function total(parts) {
  const sum = (key) => parts.reduce((all, part) => all + part[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** What vitest's JSON report counts; a file that could not be loaded counts as one failure, so does a run without a report. */
export function countVitest(path, exitCode) {
  const report = takeReport(path);
  if (report === null) return { ...nothing, failed: 1 };
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === "failed" &&
      !file.assertionResults.some((result) => result.status === "failed"),
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withExitCode(counts, exitCode);
}

/** What Playwright's JSON report counts; an error outside of any test counts as one failure. */
export function countPlaywright(path, exitCode) {
  const report = takeReport(path);
  if (report === null) return { ...nothing, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counts = { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
  return withExitCode(counts, exitCode);
}

/** A runner that failed without a failed test failed all the same. */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function takeReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    rmSync(path);
    return report;
  } catch {
    return null;
  }
}
