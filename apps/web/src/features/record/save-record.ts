import type { RecordDocument } from "@rubric/domain/record/schemas";
import { saveAs } from "../../api/files.ts";

/** Has the browser save a record as JSON, files in it included. */
export function saveRecord(document: RecordDocument): void {
  const text = JSON.stringify(document, null, 2);
  saveAs(
    new Blob([text], { type: "application/json" }),
    `growth-${document.madeAt.slice(0, 10)}.json`,
  );
}
