/**
 * Takes the chosen colours, or else those of the system, before anything is drawn, and as they change. What was chosen is
 * kept by Mantine under this name; its own script would bring its programs to pages that need none.
 */
const CHOOSE = `(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const choose = () => {
    let kept = null;
    try { kept = localStorage.getItem("mantine-color-scheme-value"); } catch {}
    const scheme = kept === "light" || kept === "dark" ? kept : dark.matches ? "dark" : "light";
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
  };
  choose();
  dark.addEventListener("change", choose);
})()`;

/** The program that chooses the colours; stands in the head. */
export function ColorScheme({ nonce }: { nonce: string | null }) {
  return (
    <script {...(nonce === null ? {} : { nonce })} dangerouslySetInnerHTML={{ __html: CHOOSE }} />
  );
}
