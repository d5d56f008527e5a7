import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readTurn } from "../../server/http/page/turn.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { isWithin } from "../../server/http/sign-in-limit.ts";
import { withSession } from "../../server/http/session.ts";
import { parseMomentPlace } from "../../server/kernel/moment-place.ts";
import { checkDocument } from "../../server/petitions/actions/check-document.ts";
import { listLicences } from "../../server/petitions/actions/list-licences.ts";
import { CheckPage, ManyPage, UnknownPage } from "./check-pages.tsx";
import { CheckedPage } from "./checked-page.tsx";
import { LicencesPage } from "./licences-page.tsx";

/**
 * What anybody may ask without signing in: whether a document is genuine (N19), and which licences an agency granted
 * (Electronic Official Performance Act 2565, s. 13). The address of a check stands on papers, in capitals too.
 */
export const checkFace = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
/** A whole office may share one address; a program that tries codes does not get far. */
const perAddress = { name: "document_check", most: 60, seconds: 60 };

checkFace.get("/check", withSession, (c) => {
  const typed = c.req.query("code");
  if (typed === undefined) return sendPage(c, <CheckPage page={pageContext(c)} typed="" fault={null} />);
  return answer(c, typed.slice(0, 60), null);
});

for (const path of ["/check/:code", "/CHECK/:code"]) {
  checkFace.get(path, withSession, (c) => answer(c, c.req.param("code") ?? "", null));
}
for (const path of ["/check/:code/:showing", "/CHECK/:code/:showing"]) {
  checkFace.get(path, withSession, (c) => answer(c, c.req.param("code") ?? "", c.req.param("showing") ?? ""));
}

checkFace.get("/licences/:slug", withSession, async (c) => {
  if (!(await mayAsk(c))) return many(c);
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const text = (c.req.query("q") ?? "").slice(0, 100);
  const slug = c.req.param("slug");
  const list = await listLicences(c.var.ports, gate, { slug, text, turn });
  if (!list.ok) return notFoundPage(c);
  const common = { page: pageContext(c), now: c.var.ports.clock.now() };
  return sendPage(c, <LicencesPage {...common} list={list.value} text={text} isFirst={turn === null} />);
});

async function answer(c: AppContext, text: string, showing: string | null): Promise<Response> {
  if (!(await mayAsk(c))) return many(c);
  const page = pageContext(c);
  const checked = await checkDocument(c.var.ports, gate, { text, showing });
  if (checked.ok) {
    return sendPage(c, <CheckedPage page={page} checked={checked.value} now={c.var.ports.clock.now()} />);
  }
  const { refusal } = checked;
  return refusal.kind === "document_unknown"
    ? sendPage(c, <UnknownPage page={page} typed={text} />, { status: 404 })
    : sendPage(c, <CheckPage page={page} typed={text} fault={refusal} />, { status: 422 });
}

async function mayAsk(c: AppContext): Promise<boolean> {
  return c.var.address === "" || isWithin(c, perAddress, c.var.address);
}

function many(c: AppContext): Promise<Response> {
  return sendPage(c, <ManyPage page={pageContext(c)} />, { status: 429 });
}
