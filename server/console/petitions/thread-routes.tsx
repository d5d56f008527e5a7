import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { keepClosingPhoto } from "../../petitions/actions/keep-closing-photo.ts";
import { putWordAside } from "../../petitions/actions/put-word-aside.ts";
import { sayToPetitioner } from "../../petitions/actions/say-to-petitioner.ts";
import { attachmentLimits } from "../../petitions/attachment.ts";
import { requireRight, staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import { petitionPage } from "./show-petition.tsx";

/** What officers write on a petition, and the photo of what was done. */
export const petitionThreadPages = new Hono<AppEnv>();

petitionThreadPages.post("/petitions/:petitionId/messages", requireRight("work_petitions"), (c) =>
  say(c, false),
);

petitionThreadPages.post("/petitions/:petitionId/notes", requireRight("work_petitions"), (c) => say(c, true));

petitionThreadPages.post("/petitions/:petitionId/aside", requireRight("work_petitions"), async (c) => {
  const petitionId = c.req.param("petitionId");
  const put = await putWordAside(c.var.ports, staffOf(c), petitionId);
  return put.ok ? c.redirect(`${petitionPath(petitionId)}?done=aside`, 303) : notFoundPage(c);
});

async function say(c: AppContext, isInternal: boolean): Promise<Response> {
  const form = await readForm(c);
  const field = isInternal ? "note" : "message";
  const text = form.text(field);
  const petitionId = c.req.param("petitionId") ?? "";
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const said = await sayToPetitioner(c.var.ports, staffOf(c), { petitionId, text, isInternal, requestKey });
  if (said.ok) return c.redirect(`${petitionPath(petitionId)}?done=${isInternal ? "noted" : "said"}`, 303);
  if (said.refusal.kind === "petition_not_found") return notFoundPage(c);
  const { messageEmpty, messageLong, messagesMany, refusals } = pageContext(c).words.desk;
  const sentences = {
    conflict_declared: refusals.conflict_declared({ kind: "conflict_declared" }),
    messages_many: messagesMany,
    message_empty: messageEmpty,
    message_long: messageLong,
  };
  const sentence = sentences[said.refusal.kind];
  return petitionPage(c, { said: { text, isInternal }, faults: [{ field, sentence }] });
}

petitionThreadPages.post("/petitions/:petitionId/photo", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const { ports } = c.var;
  const petitionId = c.req.param("petitionId");
  const file = form.file("photo");
  if (file === null) {
    const sentence = pageContext(c).words.desk.photo.missing;
    return petitionPage(c, { faults: [{ field: "photo", sentence }] });
  }
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const isHeavy = file.size > attachmentLimits.bytes;
  const bytes = isHeavy ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  const kept = await keepClosingPhoto(ports, staffOf(c), { petitionId, bytes, requestKey });
  if (kept.ok) return c.redirect(`${petitionPath(petitionId)}?done=photo`, 303);
  const words = pageContext(c).words.desk;
  switch (kept.refusal.kind) {
    case "petition_not_found":
      return notFoundPage(c);
    case "conflict_declared":
      return petitionPage(c, {
        faults: [{ sentence: words.refusals.conflict_declared({ kind: "conflict_declared" }) }],
      });
    case "photo_wrong":
      return petitionPage(c, { faults: [{ field: "photo", sentence: words.photoWrong }] });
    case "photos_many":
      return petitionPage(c, { faults: [{ field: "photo", sentence: words.photoMany }] });
    case "petition_closed":
      return petitionPage(c, { faults: [{ sentence: words.nothing.over }] });
  }
});
