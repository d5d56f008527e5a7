import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { endThisSession } from "../../server/http/session.ts";
import { seeStepUp } from "../../server/identity/actions/see-step-up.ts";
import { askCopy, type AskCopyRefusal } from "../../server/privacy/actions/ask-copy.ts";
import { eraseMe, type EraseRefusal } from "../../server/privacy/actions/erase-me.ts";
import { seeCopy } from "../../server/privacy/actions/see-copy.ts";
import { seeErasure } from "../../server/privacy/actions/see-erasure.ts";
import { takeOwnCopy } from "../../server/privacy/actions/take-copy.ts";
import { sayStepUp } from "../account/step-up-field.tsx";
import { citizenOf, requireChecked, requireUnlocked } from "../gates.ts";
import { AskCopyPage, CopyReadyPage } from "./copy-pages.tsx";
import { ErasedPage, ErasePage } from "./erase-pages.tsx";
import { PrivacyPage } from "./home-page.tsx";

/** "ข้อมูลส่วนบุคคลของฉัน" (C6): a copy of all that is kept, and erasing it. */
export const privacyPages = new Hono<AppEnv>();

privacyPages.use("/privacy", requireUnlocked, requireChecked);
privacyPages.use("/privacy/*", requireUnlocked, requireChecked);

privacyPages.get("/privacy", (c) =>
  sendPage(c, <PrivacyPage page={pageContext(c)} isGone={c.req.query("told") === "gone"} />),
);

privacyPages.get("/privacy/copy", (c) => askPage(c, null));

privacyPages.post("/privacy/copy", async (c) => {
  const form = await readForm(c);
  const asked = await askCopy(c.var.ports, citizenOf(c), {
    proof: form.text("proof"),
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  return asked.ok ? c.redirect(`/liff/privacy/copies/${asked.value.copyId}`, 303) : askPage(c, asked.refusal);
});

privacyPages.get("/privacy/copies/:copyId", async (c) => {
  const seen = await seeCopy(c.var.ports, citizenOf(c), c.req.param("copyId"));
  if (!seen.ok) return c.redirect("/liff/privacy?told=gone", 303);
  return sendPage(c, <CopyReadyPage page={pageContext(c)} copy={seen.value} />);
});

/** The file itself, while it is made. Posted, because each is counted; the page stays where it is. */
privacyPages.post("/privacy/copies/:copyId/file", async (c) => {
  const { language, words } = pageContext(c);
  const copyId = c.req.param("copyId");
  const file = await takeOwnCopy(c.var.ports, citizenOf(c), { copyId, language });
  if (!file.ok) return c.redirect("/liff/privacy?told=gone", 303);
  const name = encodeURIComponent(`${words.privacy.ready.fileName}.zip`);
  return c.body(file.value as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="my-data.zip"; filename*=UTF-8''${name}`,
    "cache-control": "no-store",
  });
});

privacyPages.get("/privacy/erase", (c) => erasePage(c, null));

/** The answer is the page itself: every session has ended, so there is nowhere to lead to. */
privacyPages.post("/privacy/erase", async (c) => {
  const page = pageContext(c);
  const form = await readForm(c);
  const erased = await eraseMe(c.var.ports, citizenOf(c), form.text("proof"));
  if (!erased.ok) return erasePage(c, erased.refusal);
  await endThisSession(c);
  return sendPage(c, <ErasedPage page={page} allGone={erased.value.allGone} />);
});

async function askPage(c: AppContext, refusal: AskCopyRefusal | null): Promise<Response> {
  const props = {
    page: pageContext(c),
    by: await seeStepUp(c.var.ports, citizenOf(c)),
    faults: refusal === null ? [] : [faultOf(c, refusal)],
    requestKey: newRequestKey(c.var.ports.random),
  };
  return sendPage(c, <AskCopyPage {...props} />, { status: refusal ? 422 : 200 });
}

async function erasePage(c: AppContext, refusal: EraseRefusal | null): Promise<Response> {
  const { ports } = c.var;
  const props = {
    page: pageContext(c),
    by: await seeStepUp(ports, citizenOf(c)),
    seen: await seeErasure(ports, citizenOf(c)),
    faults: refusal === null ? [] : [faultOf(c, refusal)],
  };
  return sendPage(c, <ErasePage {...props} />, { status: refusal ? 422 : 200 });
}

function faultOf(c: AppContext, refusal: AskCopyRefusal | EraseRefusal): SummaryItem {
  const page = pageContext(c);
  if (refusal.kind === "session_locked" || refusal.kind === "copies_used_up") {
    return { sentence: page.words.privacy.refusal[refusal.kind] };
  }
  return { field: "proof", sentence: sayStepUp(page, refusal) };
}
