import {
  approveBand,
  discardBand,
  draftBand,
  exportBands,
  importBands,
  listBands,
} from "@rubric/domain/band";
import {
  BandFileView,
  BandInput,
  BandListView,
  DiscardBandInput,
  DraftBandInput,
  ExportBandsInput,
  ImportBandsInput,
  ImportedBandsView,
  ListBandsInput,
} from "@rubric/domain/band/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("band.list", { errors: [] })
    .input(ListBandsInput)
    .output(BandListView)
    .query(({ ctx, input }) => listBands(ctx, input)),

  export: query("band.export", { errors: [] })
    .input(ExportBandsInput)
    .output(BandFileView)
    .query(({ ctx, input }) => exportBands(ctx, input)),

  draft: command("band.draft", {
    errors: ["BAND_LEVEL", "BAND_ORDER", "BAND_PAST", "BAND_DRAFTED"],
  })
    .input(DraftBandInput)
    .output(BandListView)
    .mutation(({ ctx, input }) => draftBand(ctx, input)),

  import: command("band.import", { errors: ["FILE_REFUSED", "BAND_DRAFTED"] })
    .input(ImportBandsInput)
    .output(ImportedBandsView)
    .mutation(({ ctx, input }) => importBands(ctx, input)),

  approve: command("band.approve", {
    errors: ["BAND_STATE", "BAND_OWN_APPROVAL", "BAND_ORDER", "BAND_PAST"],
  })
    .input(BandInput)
    .output(BandListView)
    .mutation(({ ctx, input }) => approveBand(ctx, input)),

  discard: command("band.discard", { errors: ["BAND_STATE"] })
    .input(DiscardBandInput)
    .output(BandListView)
    .mutation(({ ctx, input }) => discardBand(ctx, input)),
});

type Routes = typeof routes;
export interface BandRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const bandRouter: BandRouter = routes;
