/**
 * A button that is pressed before the page's programs have reached it would do nothing, one of a form
 * would have the browser throw away what was typed, and what was typed or chosen would be gone with
 * the next change. Each is kept and done again once React knows the element, which it says by a key of
 * its own on it: the fields in their order, one at a time, so that each change builds upon the one
 * before; then the last button. React knows an element a moment before it listens, so in a page's
 * first 15 s a field is done again until React holds what it shows; then it is forgotten.
 */
const KEEP = `(() => {
  const kept = new Map();
  let button = null;
  let timer = null;
  let acting = false;
  const propsOf = (element) =>
    element[Object.keys(element).find((key) => key.startsWith("__reactProps$"))];
  const isAlive = (element) => propsOf(element) !== undefined;
  const keep = (element, again, holds) => {
    const due = !isAlive(element) || kept.get(element)?.due === true;
    kept.delete(element);
    kept.set(element, { again, holds, due, until: Date.now() + 15000, held: 0, tries: 0 });
    timer ??= setTimeout(visit, 20);
  };
  const visit = () => {
    timer = null;
    for (const [element, one] of kept) {
      if (!element.isConnected || Date.now() > one.until) kept.delete(element);
      else if (!isAlive(element)) continue;
      else if (!one.due && one.holds()) (one.held += 1) > 3 && kept.delete(element);
      else if ((one.tries += 1) > 20) kept.delete(element);
      else {
        one.due = false;
        acting = true;
        one.again();
        acting = false;
        break;
      }
    }
    if (kept.size > 0) timer ??= setTimeout(visit, 20);
  };
  const tell = (element, event) => element.dispatchEvent(new Event(event, { bubbles: true }));
  const type = (element, value, from, to) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    element.value = value + " ";
    set.call(element, value);
    tell(element, "input");
    if (from !== null && document.activeElement === element) element.setSelectionRange(from, to);
  };
  const choose = (element, value) => {
    element.value = value;
    tell(element, "change");
  };
  const tick = (element, checked) => {
    element.checked = !checked;
    element.click();
  };
  addEventListener("input", ({ target }) => {
    if (acting || !(target instanceof Element)) return;
    if (isAlive(target) && performance.now() > 15000) return;
    const { value, checked, selectionStart: from, selectionEnd: to } = target;
    const isSame = () => String(propsOf(target).value ?? target.value) === value;
    if (target.matches("select")) keep(target, () => choose(target, value), isSame);
    else if (target.matches("[type=checkbox], [type=radio]"))
      keep(target, () => tick(target, checked), () => (propsOf(target).checked ?? target.checked) === checked);
    else if (target.matches("input:not([type=file]), textarea"))
      keep(target, () => type(target, value, from, to), isSame);
  }, true);
  addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (pressed === null || isAlive(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
    kept.delete(button);
    button = pressed;
    keep(pressed, () => pressed.click(), () => true);
  }, true);
})()`;

/** The program that keeps what hands did early; stands in the head, before anything can be touched. */
export function EarlyHands({ nonce }: { nonce: string | null }) {
  return (
    <script {...(nonce === null ? {} : { nonce })} dangerouslySetInnerHTML={{ __html: KEEP }} />
  );
}
