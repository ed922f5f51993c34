export { showProgress } from "./show.ts";
