import type { AppContext } from "../../http/env.ts";

/** A file as an officer may open it. */
interface DeskFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** True: a picture drawn anew, shown in the browser. */
  readonly isDrawnAnew: boolean;
}

/** Answers with a file that a citizen sent: nothing in it runs, and what is not drawn anew is only downloaded. */
export function sendDeskFile(c: AppContext, { bytes, mediaType, name, isDrawnAnew }: DeskFile): Response {
  c.header("content-security-policy", "default-src 'none'; sandbox");
  c.header("content-type", mediaType);
  const way = isDrawnAnew ? "inline" : "attachment";
  c.header("content-disposition", `${way}; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(Uint8Array.from(bytes));
}
