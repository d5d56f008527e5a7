import { ok, refuse, type Result } from "../kernel/result.ts";

/** A text officers answer with again and again ("ขอเอกสารเพิ่ม"), which each may change before sending. */
export interface CannedReply {
  readonly id: string;
  /** What it is found by. */
  readonly title: string;
  readonly body: string;
}

export const cannedReplyLimits = { title: 80, body: 2_000, replies: 200 } as const;

export type CannedReplyRefusal =
  | { readonly kind: "title_empty" }
  | { readonly kind: "title_long"; readonly most: number }
  | { readonly kind: "body_empty" }
  | { readonly kind: "body_long"; readonly most: number };

/** Reads a text as it was typed. Refuses an empty or long title or body. */
export function readCannedReply(
  title: string,
  body: string,
): Result<Omit<CannedReply, "id">, CannedReplyRefusal> {
  const [named, said] = [title.normalize("NFC").trim(), body.normalize("NFC").replace(/\r\n?/g, "\n").trim()];
  if (named === "") return refuse({ kind: "title_empty" });
  if (named.length > cannedReplyLimits.title)
    return refuse({ kind: "title_long", most: cannedReplyLimits.title });
  if (said === "") return refuse({ kind: "body_empty" });
  if (said.length > cannedReplyLimits.body)
    return refuse({ kind: "body_long", most: cannedReplyLimits.body });
  return ok({ title: named, body: said });
}
