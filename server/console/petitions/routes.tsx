import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { findInQueue, looksLikeCitizenId } from "../../petitions/actions/find-in-queue.ts";
import { dropView, saveView } from "../../petitions/actions/save-view.ts";
import { seeQueue } from "../../petitions/actions/see-queue.ts";
import { nothingFiltered, parseQueuePlace } from "../../petitions/queue.ts";
import { readQueueQuery, type QueueQuery } from "../../petitions/queue-query.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { petitionPath, petitionsPath, queueAddress } from "./address.ts";
import { queueDone, QueuePage, type QueueDone } from "./queue-page.tsx";
import { typedQuery } from "./typed-query.ts";

/** The officers' queue (E5.1): seen, searched, and kept as views of one's own. */
export const petitionQueuePages = new Hono<AppEnv>();

petitionQueuePages.get("/petitions", requireRight("work_petitions"), (c) => {
  const { query, days, faults } = typedQuery(c);
  const done = queueDone.find((each) => each === c.req.query("done")) ?? null;
  return queuePage(c, { query, days, faults, done });
});

petitionQueuePages.post("/petitions/find", requireRight("work_petitions"), async (c) => {
  const { words } = pageContext(c);
  const text = (await readForm(c)).text("number");
  const again = (sentence: string) => queuePage(c, { faults: [{ field: "number", sentence }], typed: text });
  if (looksLikeCitizenId(text) && !(await mayLookUpNumber(c, staffOf(c).staffId))) {
    return again(words.queue.refusal.many);
  }
  const found = await findInQueue(c.var.ports, staffOf(c), { text, purpose: words.queue.findPurpose });
  if (!found.ok) return again(words.queue.refusal[found.refusal.kind]);
  if (found.value.kind === "petition") return c.redirect(petitionPath(found.value.petitionId), 303);
  const filter = { ...nothingFiltered, personId: found.value.personId };
  return c.redirect(queueAddress({ view: "all", order: "newest", filter }), 303);
});

petitionQueuePages.post("/petitions/views", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const { ports } = c.var;
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const input = { name: form.text("viewName"), query: form.text("query"), requestKey };
  const saved = await saveView(ports, staffOf(c), input);
  if (saved.ok) return c.redirect(`${petitionsPath}?${saved.value.query}&done=saved`, 303);
  const sentence = pageContext(c).words.queue.save[saved.refusal.kind];
  const given = new URLSearchParams(input.query);
  const query = readQueueQuery((name) => given.get(name) ?? undefined);
  return queuePage(c, { query, viewName: input.name, faults: [{ field: "viewName", sentence }] });
});

petitionQueuePages.post("/petitions/views/:viewId/remove", requireRight("work_petitions"), async (c) => {
  const dropped = await dropView(c.var.ports, staffOf(c), c.req.param("viewId"));
  if (!dropped.ok) return notFoundPage(c);
  return c.redirect(`${petitionsPath}?done=dropped`, 303);
});

interface Shown {
  readonly query?: QueueQuery;
  readonly days?: { readonly from: string; readonly until: string };
  readonly typed?: string;
  readonly viewName?: string;
  readonly chosenTo?: string;
  readonly faults?: readonly SummaryItem[];
  readonly done?: QueueDone | null;
}

export async function queuePage(c: AppContext, shown: Shown): Promise<Response> {
  const { ports } = c.var;
  const query = shown.query ?? readQueueQuery(() => undefined);
  const isGet = c.req.method === "GET";
  const turn = isGet
    ? readTurn(
        (name) => c.req.query(name),
        (text) => parseQueuePlace(query.order, text),
      )
    : null;
  const seen = await seeQueue(ports, staffOf(c), { ...query, turn });
  const faults = shown.faults ?? [];
  return sendPage(
    c,
    <QueuePage
      page={pageContext(c)}
      staff={sessionOf(c)}
      seen={seen}
      query={query}
      isFirst={turn === null}
      typed={shown.typed ?? ""}
      days={shown.days ?? { from: "", until: "" }}
      viewName={shown.viewName ?? ""}
      chosenTo={shown.chosenTo ?? null}
      faults={faults}
      done={shown.done ?? null}
      requestKey={newRequestKey(ports.random)}
    />,
    { status: faults.length > 0 ? 422 : 200 },
  );
}
