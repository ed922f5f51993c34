export { checkContract, type CheckInput, type Checked, type ReleaseFile } from "./check.ts";
export { checkText } from "./report.ts";
export { Support } from "./support.ts";
export { Usage } from "./usage.ts";
export { Waivers } from "./waivers.ts";
