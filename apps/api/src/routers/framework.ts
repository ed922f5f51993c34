import {
  compareFrameworkVersions,
  discardFrameworkDraft,
  editAnchor,
  exportFramework,
  importFramework,
  listFrameworks,
  publishFramework,
  showFramework,
  startFrameworkDraft,
} from "@rubric/domain/framework";
import {
  CompareFrameworkInput,
  EditAnchorInput,
  ExportFrameworkInput,
  ExportView,
  FrameworkComparisonView,
  FrameworkListView,
  FrameworkVersionInput,
  FrameworkView,
  ImportFrameworkInput,
  ListFrameworksInput,
  ShowFrameworkInput,
  StartFrameworkDraftInput,
} from "@rubric/domain/framework/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("framework.list", { errors: [] })
    .input(ListFrameworksInput)
    .output(FrameworkListView)
    .query(({ ctx, input }) => listFrameworks(ctx, input)),

  show: query("framework.show", { errors: [] })
    .input(ShowFrameworkInput)
    .output(FrameworkView)
    .query(({ ctx, input }) => showFramework(ctx, input)),

  compare: query("framework.compare", { errors: ["FRAMEWORKS_DIFFER"] })
    .input(CompareFrameworkInput)
    .output(FrameworkComparisonView)
    .query(({ ctx, input }) => compareFrameworkVersions(ctx, input)),

  export: query("framework.export", { errors: [] })
    .input(ExportFrameworkInput)
    .output(ExportView)
    .query(({ ctx, input }) => exportFramework(ctx, input)),

  import: command("framework.import", { errors: ["FILE_REFUSED", "FRAMEWORK_DRAFT_EXISTS"] })
    .input(ImportFrameworkInput)
    .output(FrameworkView)
    .mutation(({ ctx, input }) => importFramework(ctx, input)),

  editAnchor: command("framework.editAnchor", { errors: ["FRAMEWORK_PUBLISHED"] })
    .input(EditAnchorInput)
    .output(FrameworkView)
    .mutation(({ ctx, input }) => editAnchor(ctx, input)),

  startDraft: command("framework.startDraft", {
    errors: ["FRAMEWORK_DRAFT_EXISTS", "FRAMEWORK_NEVER_PUBLISHED"],
  })
    .input(StartFrameworkDraftInput)
    .output(FrameworkView)
    .mutation(({ ctx, input }) => startFrameworkDraft(ctx, input)),

  discardDraft: command("framework.discardDraft", { errors: ["FRAMEWORK_PUBLISHED"] })
    .input(FrameworkVersionInput)
    .output(FrameworkListView)
    .mutation(({ ctx, input }) => discardFrameworkDraft(ctx, input)),

  publish: command("framework.publish", { errors: ["FRAMEWORK_PUBLISHED"] })
    .input(FrameworkVersionInput)
    .output(FrameworkView)
    .mutation(({ ctx, input }) => publishFramework(ctx, input)),
});

type Routes = typeof routes;
export interface FrameworkRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const frameworkRouter: FrameworkRouter = routes;
