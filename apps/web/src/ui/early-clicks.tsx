/**
 * A button that is pressed before the page's programs have reached it would do nothing, and one of a
 * form would have the browser throw away what was typed. The press is kept and done as soon as React
 * knows the button, which it says by a key of its own on the element; after 15 s it is forgotten.
 */
const KEEP = `(() => {
  let kept = null;
  const isAlive = (button) => Object.keys(button).some((key) => key.startsWith("__reactProps$"));
  const press = (button, until) => {
    if (kept !== button || !button.isConnected || Date.now() > until) return;
    if (isAlive(button)) { kept = null; button.click(); }
    else setTimeout(press, 50, button, until);
  };
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button === null || isAlive(button)) return;
    event.preventDefault();
    event.stopPropagation();
    kept = button;
    press(button, Date.now() + 15000);
  }, true);
})()`;

/** The program that keeps an early press; stands in the head, before anything can be pressed. */
export function EarlyClicks({ nonce }: { nonce: string | null }) {
  return (
    <script {...(nonce === null ? {} : { nonce })} dangerouslySetInnerHTML={{ __html: KEEP }} />
  );
}
