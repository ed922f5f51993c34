export { listPreparation } from "./list.ts";
export { planPreparation } from "./plan.ts";
export { showPreparation } from "./show.ts";
