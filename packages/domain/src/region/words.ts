const PAY = "(?:salary|salaries|pay|wages?|compensation|remuneration|earnings|income|ctc)";
const PAST = "(?:current|present|previous|past|prior|last|former|existing|recent|old)";
const KIND = "(?:base|basic|annual|yearly|monthly|hourly|total|gross|net|fixed|variable|cash)";
const JOB = "(?:job|role|position|employer|company|post|employment)";
const EARN = "(?:earn|earned|earning|paid)";
const WISHED = "(?:expect|requirement|wish|goal|target|hope|range)";
const GEHALT = "(?:gehalt|gehälter|jahresgehalt|monatsgehalt|lohn|verdienst|vergütung|einkommen)";
const BISHER = "(?:aktuell|derzeitig|gegenwärtig|jetzig|momentan|bisherig|vorherig|früher|letzt)";

const PAY_HISTORY = [
  `\\b${PAST}\\s+(?:${KIND}\\s+)*${PAY}\\b(?!\\s+${WISHED})`,
  `\\b(?:salary|pay|wage|compensation|earnings|remuneration|income)\\s*(?:history|slips?|stubs?)\\b`,
  `\\bhow much\\s+(?:do|did|are|were|have|had)\\s+you(?:\\s+\\w+){0,3}?\\s+(?:${EARN}|make|made|making)\\b`,
  `\\bwhat\\s+(?:do|did|are|were|have|had)\\s+you(?:\\s+\\w+){0,3}?\\s+${EARN}\\b`,
  `\\b(?:what|how (?:high|much))\\s+(?:is|was|are|were)\\s+your\\s+(?:${KIND}\\s+)*${PAY}\\b(?!\\s+${WISHED})`,
  `\\b(?:your|the)\\s+(?:${KIND}\\s+)*${PAY}\\s+(?:at|in|with|from|of)\\s+(?:your\\s+|the\\s+)?${PAST}\\s+${JOB}\\b`,
  `\\bwere you paid\\b`,
  `\\b${BISHER}\\p{L}*\\s+(?:\\p{L}+\\s+)?${GEHALT}(?!\\p{L})`,
  `\\b(?:was|wie ?viel)\\s+(?:verdienen sie|verdienst du|haben sie|hast du)(?!\\p{L})(?:(?!erfahrung).)*(?:verdien|$)`,
].map((pattern) => new RegExp(pattern, "iu"));

/**
 * Whether a text asks what somebody earned before, by its words alone, in English and German. It
 * sees set phrases ("current salary", "how much did you make"). It does not see a question put in
 * other words ("which figure stands on your contract?"), other languages, what is asked aloud, or
 * a question that only together with the next one asks for it; and it may take a text that speaks
 * of earlier pay without asking for one that does.
 */
export function asksForPayHistory(text: string): boolean {
  return saysAny(text, PAY_HISTORY);
}

const DISABILITY = [
  /\bdisabilit(?:y|ies)\b/iu,
  /\b(?:handicap(?:ped)?|disabled)\b/iu,
  /\b(?:medical|health|mental)\s+(?:condition|history|problem|issue)s?\b/iu,
  /\b(?:chronic|serious)\s+(?:illness|disease)(?:es)?\b/iu,
  /\bsick (?:days|leave)\b/iu,
  /\btake any medication\b/iu,
];

/**
 * Whether a text asks about disability or health, by its words alone, in English. It sees neither
 * other languages nor a question that comes to it by a detour.
 */
export function asksForDisability(text: string): boolean {
  return saysAny(text, DISABILITY);
}

const CANADIAN = [
  /\bcanadian\s+(?:\w+\s+){0,2}?experience\b/iu,
  /\bexperience\s+(?:\w+\s+){0,3}?in\s+canada\b/iu,
];

/**
 * Whether a text speaks of Canadian experience, by its words alone, in English; also where it says
 * that none is needed.
 */
export function speaksOfCanadianExperience(text: string): boolean {
  return saysAny(text, CANADIAN);
}

const GENDERED =
  /\b(?:(?:fore|sales|crafts|chair|repair|handy|spokes|business|drafts|camera|middle|doors)(?:man|men|woman|women)|waitress|stewardess|hostess|he|she|his|her|guys?|girls?|boys?)\b/iu;

/**
 * Whether a title names one gender, by a list of English words. It does not see titles whose
 * grammar has one, as in German or French.
 */
export function isGendered(title: string): boolean {
  return GENDERED.test(title);
}

function saysAny(text: string, patterns: readonly RegExp[]): boolean {
  const flat = text.normalize("NFKC").replaceAll(/\s+/g, " ");
  return patterns.some((pattern) => pattern.test(flat));
}
