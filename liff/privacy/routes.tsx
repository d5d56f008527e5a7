import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { endThisSession } from "../../server/http/session.ts";
import { askCopy, type AskCopyRefusal } from "../../server/privacy/actions/ask-copy.ts";
import { eraseMe, type EraseRefusal } from "../../server/privacy/actions/erase-me.ts";
import { seeCopy } from "../../server/privacy/actions/see-copy.ts";
import { seeErasure } from "../../server/privacy/actions/see-erasure.ts";
import { takeOwnCopy } from "../../server/privacy/actions/take-copy.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
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
    pinText: form.text("pin"),
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
  const erased = await eraseMe(c.var.ports, citizenOf(c), form.text("pin"));
  if (!erased.ok) return erasePage(c, erased.refusal);
  await endThisSession(c);
  return sendPage(c, <ErasedPage page={page} allGone={erased.value.allGone} />);
});

function askPage(c: AppContext, refusal: AskCopyRefusal | null) {
  const props = {
    page: pageContext(c),
    faults: refusal === null ? [] : [faultOf(c, refusal)],
    requestKey: newRequestKey(c.var.ports.random),
  };
  return sendPage(c, <AskCopyPage {...props} />, { status: refusal ? 422 : 200 });
}

async function erasePage(c: AppContext, refusal: EraseRefusal | null): Promise<Response> {
  const seen = await seeErasure(c.var.ports, citizenOf(c));
  const faults = refusal === null ? [] : [faultOf(c, refusal)];
  return sendPage(c, <ErasePage page={pageContext(c)} seen={seen} faults={faults} />, {
    status: refusal ? 422 : 200,
  });
}

function faultOf(c: AppContext, refusal: AskCopyRefusal | EraseRefusal) {
  const { identity, privacy } = pageContext(c).words;
  const sentence = sayRefusal({ ...identity.refusal, ...privacy.refusal }, refusal);
  return refusal.kind.startsWith("pin_") ? { field: "pin", sentence } : { sentence };
}
