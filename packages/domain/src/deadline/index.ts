export { catchUp } from "./catch-up.ts";
export { completeDeadline } from "./complete.ts";
export { metByMail } from "./end.ts";
export { listDeadlines } from "./list.ts";
export { reassignDeadline } from "./reassign.ts";
export { recordDeadline } from "./record.ts";
export { remindDue } from "./remind-due.ts";
export { setAway } from "./set-away.ts";
