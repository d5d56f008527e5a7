import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import {
  dropReply,
  keepReply,
  seeReplies,
  type KeepReplyRefusal,
} from "../../petitions/actions/keep-reply.ts";
import type { CannedReply } from "../../petitions/canned-reply.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";
import { RepliesPage } from "./replies-page.tsx";

/** The texts that officers answer with: kept, changed, dropped. */
export const replyPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");
const nothing: CannedReply = { id: "", title: "", body: "" };

replyPages.get("/services/replies", mayMake, (c) => replies(c, nothing, []));
replyPages.post("/services/replies", mayMake, (c) => keep(c, null));

replyPages.get("/services/replies/:replyId", mayMake, async (c) => {
  const reply = await replyOf(c);
  return reply ? replies(c, reply, []) : notFoundPage(c);
});

replyPages.post("/services/replies/:replyId", mayMake, (c) => keep(c, c.req.param("replyId")));

replyPages.get("/services/replies/:replyId/drop", mayMake, async (c) => {
  const reply = await replyOf(c);
  if (!reply) return notFoundPage(c);
  const page = pageContext(c);
  const words = page.words.services.repliesPage;
  const back = `${home}/replies`;
  return sendPage(
    c,
    <ConsoleLayout page={page} staff={sessionOf(c)} current="services" title={words.dropTitle} back={back}>
      <ConfirmPanel
        title={words.dropTitle}
        action={`${back}/${reply.id}/drop`}
        yes={words.dropYes}
        no={words.dropNo}
        noHref={back}
      >
        <p>
          <strong>{reply.title}</strong>
        </p>
        <p>{words.dropBody}</p>
      </ConfirmPanel>
    </ConsoleLayout>,
  );
});

replyPages.post("/services/replies/:replyId/drop", mayMake, async (c) => {
  const dropped = await dropReply(c.var.ports, staffOf(c), { replyId: c.req.param("replyId") });
  return dropped.ok ? c.redirect(`${home}/replies?done=dropped`, 303) : notFoundPage(c);
});

async function replyOf(c: AppContext): Promise<CannedReply | undefined> {
  const all = await seeReplies(c.var.ports, staffOf(c));
  return all.find(({ id }) => id === c.req.param("replyId"));
}

async function keep(c: AppContext, replyId: string | null) {
  const { text } = await readForm(c);
  const typed = { title: text("title"), body: text("body") };
  const requestKey = readRequestKey(c.var.ports.random, text(requestKeyField));
  const kept = await keepReply(c.var.ports, staffOf(c), { replyId, ...typed, requestKey });
  if (kept.ok) return c.redirect(`${home}/replies?done=kept`, 303);
  const { refusal } = kept;
  if (refusal.kind === "reply_missing") return notFoundPage(c);
  const sentence = sayRefusal<KeepReplyRefusal>(pageContext(c).words.services.repliesPage.refusal, refusal);
  const field = refusal.kind.startsWith("body") ? "body" : "title";
  return replies(c, { id: replyId ?? "", ...typed }, [{ field, sentence }]);
}

async function replies(c: AppContext, typed: CannedReply, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const words = page.words.services.repliesPage;
  const all = await seeReplies(c.var.ports, staffOf(c));
  const done = c.req.query("done");
  const told = done === "kept" ? words.kept : done === "dropped" ? words.dropped : null;
  const requestKey = newRequestKey(c.var.ports.random);
  const props = { page, staff: sessionOf(c), replies: all, typed, requestKey, told, faults };
  return sendPage(c, <RepliesPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}
