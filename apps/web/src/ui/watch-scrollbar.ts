/**
 * Says on the document whether a scrollbar takes room beside the page, for `global.css`: that room is
 * kept while a dialog holds the page still, or the page would jump by it.
 */
export function watchScrollbar(): () => void {
  const { documentElement: root, body } = document;
  const watching = new ResizeObserver(() => {
    if (getComputedStyle(root).overflowY === "hidden") return;
    root.toggleAttribute("data-scrollbar", window.innerWidth > root.clientWidth);
  });
  watching.observe(body);
  return () => watching.disconnect();
}
