/** The shapes that a page may have while it is loaded; `tabs` stand below its title. */
export type LoadingShape = {
  shape: "list" | "table" | "form" | "cards" | "split" | "columns" | "board";
  tabs?: boolean;
};

const JOB_TABS = new Set(["plan", "rubric", "posts", "team"]);

/** Which shape the staff page of a path will have, so that nothing jumps when it is there. */
export function loadingShapeOf(path: string): LoadingShape {
  const [, , , page = "", id = "", part = ""] = path.split("/");
  switch (page) {
    case "":
      return { shape: "list" };
    case "jobs":
      if (id === "new") return { shape: "form" };
      if (part === "applications") return { shape: "table" };
      if (JOB_TABS.has(part))
        return { shape: part === "plan" || part === "rubric" ? "cards" : "split", tabs: true };
      return id === "" ? { shape: "table" } : { shape: "board", tabs: true };
    case "applications":
      if (part === "debrief") return { shape: "split", tabs: true };
      if (part === "feedback") return { shape: "form" };
      return { shape: part === "offer" ? "split" : "columns" };
    case "interviews":
      return id === "" ? { shape: "table", tabs: true } : { shape: "split" };
    case "deadlines":
      return { shape: "table", tabs: true };
    case "offers":
      return { shape: "split" };
    case "frameworks":
      if (part === "compare") return { shape: "cards" };
      return { shape: "table", tabs: id === "" };
    case "growth":
      return {
        shape: ["reviews", "progress", "record"].includes(part) ? "cards" : "table",
        tabs: id !== "team",
      };
    case "api":
      return { shape: id === "" ? "table" : "split" };
    case "questions":
      return { shape: id === "health" ? "table" : "cards", tabs: true };
    case "settings":
      return { shape: id === "" ? "form" : "table" };
    default:
      return { shape: "table" };
  }
}
