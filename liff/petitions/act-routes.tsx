import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import { readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { ratePetition } from "../../server/petitions/actions/rate-petition.ts";
import { sayInThread } from "../../server/petitions/actions/say-in-thread.ts";
import { seeOwnPetition } from "../../server/petitions/actions/see-own-petition.ts";
import { testClosure, type ClosureRefusal } from "../../server/petitions/actions/test-closure.ts";
import { withdrawOwnPetition } from "../../server/petitions/actions/withdraw-own-petition.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { ReopenPage, WithdrawPage } from "./act-pages.tsx";
import { correctPages } from "./correct-routes.tsx";
import { petitionPath } from "./paths.ts";
import { petitionPage, refOf } from "./petition-shown.tsx";
import { sayFollow } from "./said.ts";
import { sentFile } from "./sent-file.ts";

/** What a citizen does to a petition of theirs: withdraw it, test how it ended, say how content they are, write. */
export const actPages = new Hono<AppEnv>();

const base = "/petitions/:agency/:petition";
actPages.use(`${base}/*`, requireUnlocked);

const backTo = (c: AppContext, done: string) => {
  const { agencyId, petitionId } = refOf(c);
  return c.redirect(`${petitionPath({ agencyId, id: petitionId })}?done=${done}`, 303);
};
/** What stands beside the words of a message, not beside its file. */
const aboutWords = ["words_missing", "words_long", "messages_many"];
const seenIn = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

actPages.get(`${base}/withdraw`, async (c) => {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <WithdrawPage page={pageContext(c)} petition={seen.value} refusals={[]} />);
});

actPages.post(`${base}/withdraw`, async (c) => {
  const form = await readForm(c);
  const [seen, text] = [seenIn(form.text("seen")), form.text("text").trim()];
  const withdrawn = await withdrawOwnPetition(c.var.ports, citizenOf(c), { ...refOf(c), seen, text });
  return withdrawn.ok ? backTo(c, "withdrawn") : refusedOnPage(c, withdrawn.refusal);
});

actPages.post(`${base}/confirm`, async (c) => {
  const seen = seenIn((await readForm(c)).text("seen"));
  const found = { ...refOf(c), seen, isDone: true, text: "", photo: null };
  const confirmed = await testClosure(c.var.ports, citizenOf(c), found);
  return confirmed.ok ? backTo(c, "confirmed") : refusedOnPage(c, confirmed.refusal);
});

actPages.get(`${base}/reopen`, (c) => reopenPage(c, "", null));

actPages.post(`${base}/reopen`, async (c) => {
  const form = await readForm(c);
  const [seen, text] = [seenIn(form.text("seen")), form.text("text").trim()];
  const photo = await sentFile(form.file("photo"));
  const found = { ...refOf(c), seen, isDone: false, text, photo };
  const reopened = await testClosure(c.var.ports, citizenOf(c), found);
  return reopened.ok ? backTo(c, "reopened") : reopenPage(c, text, reopened.refusal);
});

actPages.post(`${base}/rate`, async (c) => {
  const stars = Number((await readForm(c)).text("stars"));
  const rated = await ratePetition(c.var.ports, citizenOf(c), { ...refOf(c), stars });
  return rated.ok ? backTo(c, "rated") : refusedOnPage(c, rated.refusal);
});

actPages.post(`${base}/messages`, async (c) => {
  const form = await readForm(c);
  const text = form.text("text");
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const said = { ...refOf(c), text, file: await sentFile(form.file("file")), requestKey };
  const kept = await sayInThread(c.var.ports, citizenOf(c), said);
  if (kept.ok) return backTo(c, "said");
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  const sentence = sayFollow(pageContext(c), kept.refusal);
  const isAboutWords = aboutWords.some((kind) => kind === kept.refusal.kind);
  const typed = { text, error: isAboutWords ? sentence : null, fileError: isAboutWords ? null : sentence };
  return petitionPage(c, seen.value, {
    typed,
    refusals: [{ field: isAboutWords ? "text" : "file", sentence }],
  });
});

actPages.route("/", correctPages);

type Refused = Parameters<typeof sayFollow>[1];

/** Back on the petition's own page with why it was not done; somebody else's petition is not there. */
async function refusedOnPage(c: AppContext, refusal: Refused): Promise<Response> {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  return petitionPage(c, seen.value, { refusals: [{ sentence: sayFollow(pageContext(c), refusal) }] });
}

async function reopenPage(c: AppContext, text: string, refusal: ClosureRefusal | null): Promise<Response> {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  const page = pageContext(c);
  const isAboutWords = refusal?.kind === "words_missing";
  const sentence = refusal === null ? null : sayFollow(page, refusal);
  const field = isAboutWords
    ? { field: "text" }
    : refusal?.kind.match(/^(attachment|picture|pdf|files)_/)
      ? { field: "photo" }
      : {};
  const refusals = sentence === null ? [] : [{ ...field, sentence }];
  const shown = <ReopenPage page={page} petition={seen.value} refusals={refusals} text={text} />;
  return sendPage(c, shown, { status: refusal === null ? 200 : 422 });
}
