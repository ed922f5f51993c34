import {
  approvePack,
  discardPack,
  exportPack,
  importPack,
  setRegionSizes,
  showRegions,
} from "@rubric/domain/region";
import {
  ExportRegionPackInput,
  ImportRegionPackInput,
  RegionPackFileView,
  RegionPackInput,
  RegionsView,
  SetRegionSizesInput,
  ShowRegionsInput,
} from "@rubric/domain/region/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  show: query("region.show", { errors: [] })
    .input(ShowRegionsInput)
    .output(RegionsView)
    .query(({ ctx, input }) => showRegions(ctx, input)),

  setSizes: command("region.setSizes", { errors: ["REGION_SIZES"] })
    .input(SetRegionSizesInput)
    .output(RegionsView)
    .mutation(({ ctx, input }) => setRegionSizes(ctx, input)),

  importPack: command("region.importPack", {
    errors: ["FILE_REFUSED", "REGION_PACK_WAITS", "REGION_PACK_PAST"],
  })
    .input(ImportRegionPackInput)
    .output(RegionsView)
    .mutation(({ ctx, input }) => importPack(ctx, input)),

  approvePack: command("region.approvePack", {
    errors: ["REGION_PACK_STATE", "REGION_PACK_AUTHOR", "REGION_PACK_PAST"],
  })
    .input(RegionPackInput)
    .output(RegionsView)
    .mutation(({ ctx, input }) => approvePack(ctx, input)),

  discardPack: command("region.discardPack", { errors: ["REGION_PACK_STATE"] })
    .input(RegionPackInput)
    .output(RegionsView)
    .mutation(({ ctx, input }) => discardPack(ctx, input)),

  exportPack: query("region.exportPack", { errors: [] })
    .input(ExportRegionPackInput)
    .output(RegionPackFileView)
    .query(({ ctx, input }) => exportPack(ctx, input)),
});

type Routes = typeof routes;
export interface RegionRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const regionRouter: RegionRouter = routes;
