/**
 * What is pressed, typed or chosen before React listens to a part of the page would be lost: a button
 * would do nothing or send its form away, and a field would be set back when its form is drawn next.
 * It is kept, and done again in the order in which each was last touched as soon as React listens;
 * after 15 s it is forgotten.
 *
 * React marks an element with a key of its own a moment before it listens to it. Whether it does is
 * asked with an event that nobody waits for, of a kind that React stops and repeats later when it
 * cannot hand it on yet. (Of other kinds it would draw the part at once, and in doing so set a list
 * back between its "input" and its "change".)
 */
const KEEP = `(() => {
  const heard = new WeakSet();
  const kept = new Map();
  let timer = null;
  const isHeard = (element) => {
    if (heard.has(element)) return true;
    if (!Object.keys(element).some((key) => key.startsWith("__reactProps$"))) return false;
    const hear = () => heard.add(element);
    element.addEventListener("gotpointercapture", hear);
    element.dispatchEvent(new PointerEvent("gotpointercapture", { bubbles: true, pointerId: -1 }));
    element.removeEventListener("gotpointercapture", hear);
    return heard.has(element);
  };
  const keep = (element, again) => {
    kept.delete(element);
    kept.set(element, { again, until: Date.now() + 15000, settled: false });
    timer ??= setTimeout(visit, 20);
  };
  const visit = () => {
    timer = null;
    for (const [element, one] of kept) {
      if (!element.isConnected || Date.now() > one.until) kept.delete(element);
      else if (!isHeard(element)) continue;
      else if (!one.settled) { one.settled = true; break; }
      else { kept.delete(element); one.again(); break; }
    }
    if (kept.size > 0) timer ??= setTimeout(visit, 20);
  };
  const tell = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true }));
  const type = (element, value, from, to) => {
    element.value = value + " ";
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    set.call(element, value);
    tell(element, "input");
    if (from !== null && document.activeElement === element) element.setSelectionRange(from, to);
  };
  const choose = (element, value) => {
    if (element.matches("select")) element.value = value;
    tell(element, "change");
  };
  const tick = (element, checked) => {
    element.checked = !checked;
    element.click();
  };
  const waitsFor = (button) =>
    button.form !== null && [...kept.keys()].some((field) => field !== button && field.form === button.form);
  addEventListener("input", ({ target }) => {
    if (!(target instanceof Element) || (isHeard(target) && !kept.has(target))) return;
    const { value, checked, selectionStart, selectionEnd } = target;
    if (target.matches("[type=checkbox]") && checked === target.defaultChecked) kept.delete(target);
    else if (target.matches("select, [type=file]")) keep(target, () => choose(target, value));
    else if (target.matches("[type=checkbox], [type=radio]")) keep(target, () => tick(target, checked));
    else if (target.matches("input, textarea"))
      keep(target, () => type(target, value, selectionStart, selectionEnd));
  }, true);
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button === null || (isHeard(button) && !waitsFor(button))) return;
    event.preventDefault();
    event.stopPropagation();
    for (const element of kept.keys()) if (element.matches("button")) kept.delete(element);
    keep(button, () => button.click());
  }, true);
})()`;

/** The program that keeps what hands did early; stands in the head, before anything can be touched. */
export function EarlyHands({ nonce }: { nonce: string | null }) {
  return (
    <script {...(nonce === null ? {} : { nonce })} dangerouslySetInnerHTML={{ __html: KEEP }} />
  );
}
