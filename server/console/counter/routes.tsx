import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay, formatTime } from "../../kernel/thai-date.ts";
import { seeCounter } from "../../visits/actions/see-counter.ts";
import { cardFields, readCardReading, type CardField } from "../../visits/card-reading.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { CounterPage } from "./counter-page.tsx";
import { NewVisitPage, type Proof } from "./new-visit-page.tsx";

/**
 * The counter's front (F3): a card or a number, then the desk. What names a person is posted and answered at once,
 * never put into an address, so this post is followed by a page and not by a redirect; it keeps nothing.
 */
export const counterPages = new Hono<AppEnv>();

counterPages.get("/counter", requireRight("use_counter"), (c) => frontPage(c, [], ""));

counterPages.post("/counter/person", requireRight("use_counter"), async (c) => {
  const form = await readForm(c);
  return form.text("way") === "card"
    ? deskByCard(
        c,
        Object.fromEntries(cardFields.map((name) => [name, form.text(name)])) as Record<CardField, string>,
      )
    : deskByNumber(c, form.text("citizenId"));
});

async function deskByCard(c: AppContext, given: Readonly<Record<CardField, string>>): Promise<Response> {
  const { ports } = c.var;
  const { words } = pageContext(c);
  const read = readCardReading(given, bangkokDay(ports.clock.now()));
  if (!read.ok) {
    return frontPage(
      c,
      [{ field: "read-card", sentence: sayRefusal(words.counter.refusal, read.refusal) }],
      "",
    );
  }
  const card = read.value;
  await meetAtCounter(ports, staffOf(c), { ...card, source: "card" });
  const { citizenId, correlationId, mainRight, subRight } = card;
  return deskPage(c, { way: "card", citizenId, correlationId, mainRight, subRight, pictureId: null });
}

async function deskByNumber(c: AppContext, text: string): Promise<Response> {
  const { words } = pageContext(c);
  const citizenId = parseCitizenId(text);
  if (!citizenId.ok) {
    const sentence = sayRefusal(words.identity.refusal, citizenId.refusal);
    return frontPage(c, [{ field: "citizenId", sentence }], text);
  }
  return deskPage(c, {
    way: "picture",
    citizenId: citizenId.value,
    correlationId: null,
    mainRight: null,
    subRight: null,
    pictureId: null,
  });
}

function frontPage(c: AppContext, faults: readonly SummaryItem[], citizenId: string): Promise<Response> {
  return sendPage(
    c,
    <CounterPage page={pageContext(c)} staff={sessionOf(c)} faults={faults} citizenId={citizenId} />,
    { status: faults.length > 0 ? 422 : 200, needs: { cardAgent: true } },
  );
}

/** The desk, fresh or with what was typed before and why it was not taken. */
export async function deskPage(
  c: AppContext,
  proof: Proof,
  again?: {
    readonly typed: TypedVisit & { readonly firstName: string; readonly lastName: string };
    readonly faults: readonly SummaryItem[];
    readonly requestKey: string;
  },
): Promise<Response> {
  const { ports } = c.var;
  const desk = await seeCounter(ports, staffOf(c), { citizenId: proof.citizenId });
  const fresh = {
    mobile: "",
    telephones: "",
    time: formatTime(desk.now, "en"),
    services: desk.offers.length === 1 ? desk.offers.map(({ code }) => code) : [],
    hn: "",
    an: "",
    firstName: "",
    lastName: "",
  };
  return sendPage(
    c,
    <NewVisitPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      desk={desk}
      proof={proof}
      typed={again?.typed ?? fresh}
      faults={again?.faults ?? []}
      requestKey={again?.requestKey ?? newRequestKey(ports.random)}
    />,
    { status: again ? 422 : 200 },
  );
}
