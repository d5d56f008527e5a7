import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readJson } from "../../http/json.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { checkCode } from "../../visits/actions/check-code.ts";
import { markCode } from "../../visits/actions/mark-code.ts";
import { seeCheckDesk } from "../../visits/actions/see-check-desk.ts";
import type { CheckedCode } from "../../visits/code-check.ts";
import { verdictOf } from "../../visits/code-verdict.ts";
import { requireRight, requireRightOfScript, sessionOf, staffOf } from "../gates.ts";
import { CheckPage } from "./check-page.tsx";
import type { Shown } from "./checked.tsx";
import { checkPath } from "./paths.ts";
import { workerScript } from "./worker-script.ts";

/** Checking codes at the counter, and marking them used (F6). */
export const codePages = new Hono<AppEnv>();

codePages.get("/codes/check", requireRight("find_visits"), (c) => checkPage(c, null));

codePages.post("/codes/check", requireRight("find_visits"), async (c) => {
  const text = (await readForm(c)).text("text");
  const checked = await checkCode(c.var.ports, staffOf(c), { text });
  return checkPage(c, shownOf(c, text, checked));
});

codePages.post("/codes/mark", requireRight("find_visits"), async (c) => {
  const text = (await readForm(c)).text("text");
  const marked = await markCode(c.var.ports, staffOf(c), { text });
  if (marked.ok) return c.redirect(`${checkPath}?done=${marked.value.byOther ? "was_used" : "used"}`, 303);
  return checkPage(c, shownOf(c, text, await checkCode(c.var.ports, staffOf(c), { text })));
});

/** The same for the page's script: the state of a code, and the mark, which may be sent again. */
codePages.post("/codes/state", requireRightOfScript("find_visits"), async (c) => {
  const checked = await checkCode(c.var.ports, staffOf(c), { text: (await readJson(c)).text("text") });
  if (!checked.ok) return c.json({ kind: checked.refusal.kind }, 422);
  return c.json(stateOf(checked.value));
});

codePages.post("/codes/marks", requireRightOfScript("find_visits"), async (c) => {
  const marked = await markCode(c.var.ports, staffOf(c), { text: (await readJson(c)).text("text") });
  if (!marked.ok) {
    const { refusal } = marked;
    return c.json({ kind: refusal.kind, ...("status" in refusal ? { status: refusal.status } : {}) }, 422);
  }
  return c.json({ ...stateOf(marked.value.checked), byOther: marked.value.byOther });
});

/** The service worker of these pages: it may only serve what lies beside its own address. */
codePages.get("/codes/worker.js", requireRightOfScript("find_visits"), (c) => {
  c.header("content-type", "text/javascript; charset=utf-8");
  c.header("cache-control", "no-cache");
  return c.body(workerScript(pageContext(c)));
});

function stateOf({ code, status, service, day, usedAt, visitId }: CheckedCode) {
  return { code, status, service, day, usedAt: usedAt?.toISOString() ?? null, visitId };
}

function shownOf(c: AppContext, text: string, checked: Awaited<ReturnType<typeof checkCode>>): Shown {
  const { words, language } = pageContext(c);
  const finding = checked.ok ? ({ kind: "found", ...checked.value } as const) : checked.refusal;
  const verdict = verdictOf(finding, words.codes.verdict, language);
  return { verdict, text, found: checked.ok ? checked.value : null };
}

async function checkPage(c: AppContext, shown: Shown | null): Promise<Response> {
  const desk = await seeCheckDesk(c.var.ports, staffOf(c));
  if (!desk.ok) return notFoundPage(c);
  const told = c.req.query("done");
  const done = told === "used" || told === "was_used" ? told : null;
  const props = { page: pageContext(c), staff: sessionOf(c), desk: desk.value, shown, done } as const;
  const status = shown?.verdict.tone === "refused" ? 422 : 200;
  return sendPage(c, <CheckPage {...props} />, { status, needs: { scanner: true } });
}
