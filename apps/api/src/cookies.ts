/** The session cookie: `__Host-` and Secure wherever the public address is https. */
export function sessionCookie(publicUrl: string) {
  const secure = new URL(publicUrl).protocol === "https:";
  const name = secure ? "__Host-rubric_session" : "rubric_session";
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    name,
    /** The token in a request's Cookie header, or null. */
    read(header: string | undefined): string | null {
      for (const part of (header ?? "").split(";")) {
        const [key, value] = part.trim().split("=", 2);
        if (key === name && value !== undefined && value !== "") return value;
      }
      return null;
    },
    /** The Set-Cookie header that keeps a token for `seconds`, or takes it away. */
    write(token: string | null, seconds: number): string {
      return token === null
        ? `${name}=; ${attributes}; Max-Age=0`
        : `${name}=${token}; ${attributes}; Max-Age=${seconds}`;
    },
  };
}
