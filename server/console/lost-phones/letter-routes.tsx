import { Hono } from "hono";
import { seeLostPhone, type OpenedLostPhone } from "../../credentials/actions/see-lost-phones.ts";
import { sendLostLetter } from "../../credentials/actions/send-lost-letter.ts";
import { lostLetter } from "../../credentials/lost-letter.ts";
import { readTypedDay } from "../../forms/typed-day.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bangkokDay, formatLongMoment } from "../../kernel/thai-date.ts";
import { lostLetterTh } from "../../words/documents/lost-letter.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { wordsIn } from "../../words/words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { emptyLetter, LostPhonePage, type TypedLetter } from "./lost-phone-page.tsx";
import { lostPhonesPath } from "./lost-phones-page.tsx";

/** One lost phone and its official letter. */
export const lostPhoneLetterPages = new Hono<AppEnv>();

const maySee = requireRight("see_lost_phones");

lostPhoneLetterPages.get("/lost-phones/:lostPhoneId", maySee, async (c) => {
  const seen = await seenOf(c);
  return seen ? show(c, seen, emptyLetter, []) : notFoundPage(c);
});

lostPhoneLetterPages.get("/lost-phones/:lostPhoneId/letter.pdf", maySee, async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const { ports } = c.var;
  const letter = {
    ...{ agency: seen.agencyTh, office: seen.officeTh, name: seen.name, position: seen.position },
    ...{ userCode: seen.userCode, lostOn: seen.lostOn, said: seen.words.said },
    right: wordsIn("th").credentials.rights[seen.right],
    stoppedAt: formatLongMoment(seen.stoppedAt, "th"),
    headName: sessionOf(c).level === "seat_head" ? sessionOf(c).name : null,
  };
  const made = await ports.pdf.make(lostLetter(letter, lostLetterTh, ports.clock.now()));
  return c.body(Uint8Array.from(made), 200, {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="lost-phone-${seen.userCode}.pdf"`,
  });
});

lostPhoneLetterPages.post("/lost-phones/:lostPhoneId", requireRight("name_holders"), async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const form = await readForm(c);
  const typed: TypedLetter = {
    number: form.text("number"),
    datedDay: form.text("datedDay"),
    datedMonth: form.text("datedMonth"),
    datedYear: form.text("datedYear"),
  };
  const { words } = pageContext(c);
  const parts = { day: typed.datedDay, month: typed.datedMonth, year: typed.datedYear };
  const dated = readTypedDay(parts, "past", bangkokDay(c.var.ports.clock.now()));
  if (!dated.ok) {
    return show(c, seen, typed, [
      { field: "datedDay", sentence: sayRefusal(words.forms.refusal, dated.refusal) },
    ]);
  }
  const input = { lostPhoneId: seen.id, number: typed.number, dated: dated.value };
  const sent = await sendLostLetter(c.var.ports, staffOf(c), input);
  if (sent.ok) return c.redirect(`${lostPhonesPath}/${seen.id}?done=letter`, 303);
  const { refusal } = sent;
  if (refusal.kind === "lost_phone_missing") return notFoundPage(c);
  const field = refusal.kind === "letter_day_ahead" ? "datedDay" : "number";
  return show(c, seen, typed, [{ field, sentence: words.credentials.lost.refusal[refusal.kind]() }]);
});

function seenOf(c: AppContext): Promise<OpenedLostPhone | null> {
  return seeLostPhone(c.var.ports, staffOf(c), c.req.param("lostPhoneId") ?? "");
}

function show(
  c: AppContext,
  seen: OpenedLostPhone,
  typed: TypedLetter,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const asked = c.req.query("done");
  const done = (["reported", "letter"] as const).find((each) => each === asked) ?? null;
  const shown = { page: pageContext(c), staff: sessionOf(c), seen, typed, faults, done };
  return sendPage(c, <LostPhonePage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
