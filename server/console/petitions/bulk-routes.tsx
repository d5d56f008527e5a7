import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm, type FormFields } from "../../http/form.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { movePetitions, type ChosenLine } from "../../petitions/actions/move-petitions.ts";
import { readQueueQuery } from "../../petitions/queue-query.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { queueAddress } from "./address.ts";
import { BulkResultPage } from "./bulk-result-page.tsx";
import { queuePage } from "./routes.tsx";

/** Several petitions at once. The answer says of each what became of it, so no redirect follows; sent twice, moved once. */
export const petitionBulkPages = new Hono<AppEnv>();

petitionBulkPages.post("/petitions/bulk", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const { ports } = c.var;
  const lines = chosenOf(form);
  const query = queryOf(form);
  if (lines.length === 0) {
    const sentence = pageContext(c).words.queue.bulk.none;
    return queuePage(c, { query, chosenTo: form.text("to"), faults: [{ sentence }] });
  }
  const what = form.text("what") === "assign" ? "assigned" : "received";
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const moved = await movePetitions(ports, staffOf(c), {
    lines,
    what,
    officerId: form.text("to"),
    requestKey,
  });
  return resultPage(c, { what, moved, back: queueAddress(query) });
});

function resultPage(
  c: AppContext,
  shown: Pick<Parameters<typeof BulkResultPage>[0], "what" | "moved" | "back">,
): Promise<Response> {
  return sendPage(c, <BulkResultPage page={pageContext(c)} staff={sessionOf(c)} {...shown} />);
}

/** "id.version" of every box that was ticked; anything else is left out. */
function chosenOf(form: FormFields): readonly ChosenLine[] {
  const read = form.all("line").map((text) => {
    const [petitionId = "", version = ""] = text.split(".");
    return { petitionId, seen: /^\d{1,9}$/.test(version) ? Number(version) : 0 };
  });
  return read.filter(({ petitionId, seen }) => isUuid(petitionId) && seen > 0);
}

function queryOf(form: FormFields) {
  const given = new URLSearchParams(form.text("query"));
  return readQueueQuery((name) => given.get(name) ?? undefined);
}
