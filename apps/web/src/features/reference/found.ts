/** Those whose path or title holds every word that was typed, in their own order. */
export function found<T extends { path: string; title: string }>(all: T[], typed: string): T[] {
  const words = typed
    .toLowerCase()
    .split(/[\s./]+/)
    .filter((word) => word !== "");
  return all.filter(({ path, title }) => {
    const text = `${path} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
