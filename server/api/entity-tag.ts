import { createHash } from "node:crypto";

/** The strong entity tag of a body: the same text has the same tag on every host. */
export function entityTag(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** True when the If-None-Match of a request names the tag (RFC 9110, weak comparison): the caller has that body. */
export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  const named = (ifNoneMatch ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return named.includes(tag) || named.includes("*");
}
