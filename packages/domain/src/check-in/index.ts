export { owedWeek, unansweredCheckIns } from "./due.ts";
export { recordCheckIn } from "./record.ts";
export { replyCheckIn } from "./reply.ts";
