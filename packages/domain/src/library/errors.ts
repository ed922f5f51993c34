import { error } from "../error-table.ts";

export const libraryErrors = {
  LIBRARY_OUTDATED: error<{ number: number }>({
    kind: "conflict",
    say: ({ number }) =>
      number === 0
        ? "The library that this file was compared with is not there."
        : `The library is at version ${number} by now.`,
    lift: "Nothing was imported. Choose the file again and look at what it changes.",
  }),
  LIBRARY_MISSING: error({
    kind: "rule",
    say: () => "There is no library of things to do for this framework yet.",
    lift: "An admin imports one on the library's page.",
  }),
} as const;
