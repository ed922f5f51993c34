#!/usr/bin/env node
import { CommanderError } from "commander";
import { readEnv } from "./env.ts";
import { EXIT, failureOf } from "./failures.ts";
import { makeProgram } from "./program.ts";

// Whoever reads may stop before the end, as head does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  const program = makeProgram(readEnv(), (text) => process.stdout.write(text));
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Its own words are said already; help and version are no failure.
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.badUse;
  } else {
    const { code, text } = failureOf(error);
    process.stderr.write(text);
    process.exitCode = code;
  }
}
