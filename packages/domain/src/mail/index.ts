export { type SettleDeps, settleMail, takeMail, writeAccountMail } from "./deliver.ts";
export { escapeHtml } from "./layout.ts";
export type { Calendar, Letter, LetterCtx, RenderedMail, Template } from "./letter.ts";
export { queueMail } from "./queue-mail.ts";
export type { TemplateName } from "./templates/index.ts";
