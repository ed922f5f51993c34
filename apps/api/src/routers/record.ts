import { exportRecord, fetchRecord, showRecord } from "@rubric/domain/record";
import {
  ExportRecordInput,
  FetchRecordInput,
  RecordDocument,
  RecordView,
  ShowRecordInput,
} from "@rubric/domain/record/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  show: query("record.show", { errors: [] })
    .input(ShowRecordInput)
    .output(RecordView)
    .query(({ ctx, input }) => showRecord(ctx, input)),

  export: command("record.export", { errors: [] })
    .input(ExportRecordInput)
    .output(RecordDocument)
    .mutation(({ ctx, input }) => exportRecord(ctx, input)),

  fetch: command("record.fetch", { errors: ["LINK_INVALID"], rate: "guess", key: "none" })
    .input(FetchRecordInput)
    .output(RecordDocument)
    .mutation(({ ctx, input }) => fetchRecord(ctx, input)),
});

type Routes = typeof routes;
export interface RecordRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const recordRouter: RecordRouter = routes;
