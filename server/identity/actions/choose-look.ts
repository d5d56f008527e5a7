import type { Citizen, Visitor } from "../../kernel/actor.ts";
import type { Language } from "../../kernel/language.ts";
import type { Ports } from "../../ports.ts";
import { saveLook } from "../store/look.ts";

/** Keeps the language or the text size somebody chose, for pages and chat; what is left out stays as it is. */
export async function chooseLook(
  ports: Ports,
  actor: Citizen | Visitor,
  look: { readonly language?: Language; readonly largeText?: boolean },
): Promise<void> {
  if (look.language === undefined && look.largeText === undefined) return;
  await ports.db.as(actor, (tx) => saveLook(tx, actor, look));
}
