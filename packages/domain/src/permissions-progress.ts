import type { PermissionRow } from "./permissions.ts";

const admin = ["admin"] as const;
const worker = ["system"] as const;
const pair = ["engineer_self", "line_manager"] as const;

/** Check-ins, evidence, figures and the record: the pair's alone; where figures come from: the admins'. */
export const PROGRESS_PERMISSIONS = {
  "checkIn.record": { on: "member", to: ["engineer_self"], people: true },
  "checkIn.reply": { on: "member", to: ["line_manager"], people: true },
  "evidence.add": { on: "member", to: pair, people: true },
  "evidence.remove": { on: "member", to: pair, people: true },
  "evidence.readFile": { on: "member", to: pair, people: true },
  "metric.enter": { on: "member", to: pair, people: true },
  "metric.setLogin": { on: "member", to: ["engineer_self"], people: true },
  "metric.fetch": { on: "member", to: pair, people: true },
  "metric.listSources": { on: "org", to: admin },
  "metric.addSource": { on: "org", to: admin },
  "metric.setSource": { on: "org", to: admin },
  "metric.setSourceSecret": { on: "org", to: admin },
  "metric.removeSource": { on: "org", to: admin },
  "metric.keep": { on: "org", to: worker },
  "progress.show": { on: "member", to: pair, people: true },
  "record.show": { on: "member", to: pair, people: true },
  "record.export": { on: "member", to: ["engineer_self"], people: true },
  "record.fetch": { on: "instance", to: ["anyone"] },
  "record.eraseLeft": { on: "org", to: worker },
} as const satisfies Record<string, PermissionRow>;
