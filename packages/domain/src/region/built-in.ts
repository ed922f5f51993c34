import { ANSWERS } from "./data/answers.ts";
import { CONTRACT } from "./data/contract.ts";
import { EU_PAY } from "./data/eu-pay.ts";
import { FAIRNESS } from "./data/fairness.ts";
import { PAY_RANGE } from "./data/pay-range.ts";
import { PRIVACY } from "./data/privacy.ts";
import { RETENTION } from "./data/retention.ts";
import { SALARY_HISTORY } from "./data/salary-history.ts";
import type { RegionPack } from "./schemas.ts";

/** The pack that holds until an organization approved one of its own. No legal advice. */
export const BUILT_IN: RegionPack = {
  rules: [
    ...PAY_RANGE,
    ...EU_PAY,
    ...SALARY_HISTORY,
    ...ANSWERS,
    ...RETENTION,
    ...CONTRACT,
    ...PRIVACY,
    ...FAIRNESS,
  ],
};
