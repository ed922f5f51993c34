/** The path to return to after signing in; anything but a path of this site becomes `/`. */
export function safeWayBack(value: string | null | undefined): string {
  if (value === null || value === undefined) return "/";
  if (!/^\/(?![/\\])[^\s\\]*$/.test(value)) return "/";
  return value.startsWith("/sign-in") ? "/" : value;
}

/** The sign-in page's address that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  const back = safeWayBack(path);
  return back === "/" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(back)}`;
}
