import { exportLibrary, importLibrary, previewLibrary, showLibrary } from "@rubric/domain/library";
import {
  ExportLibraryInput,
  ImportLibraryInput,
  LibraryChangesView,
  LibraryFileView,
  LibraryView,
  PreviewLibraryInput,
  ShowLibraryInput,
} from "@rubric/domain/library/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  show: query("library.show", { errors: [] })
    .input(ShowLibraryInput)
    .output(LibraryView)
    .query(({ ctx, input }) => showLibrary(ctx, input)),

  preview: query("library.preview", { errors: ["FILE_REFUSED", "FRAMEWORK_NEVER_PUBLISHED"] })
    .input(PreviewLibraryInput)
    .output(LibraryChangesView)
    .query(({ ctx, input }) => previewLibrary(ctx, input)),

  import: command("library.import", {
    errors: ["FILE_REFUSED", "FRAMEWORK_NEVER_PUBLISHED", "LIBRARY_OUTDATED"],
  })
    .input(ImportLibraryInput)
    .output(LibraryChangesView)
    .mutation(({ ctx, input }) => importLibrary(ctx, input)),

  export: query("library.export", { errors: ["FRAMEWORK_NEVER_PUBLISHED", "LIBRARY_MISSING"] })
    .input(ExportLibraryInput)
    .output(LibraryFileView)
    .query(({ ctx, input }) => exportLibrary(ctx, input)),
});

type Routes = typeof routes;
export interface LibraryRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const libraryRouter: LibraryRouter = routes;
