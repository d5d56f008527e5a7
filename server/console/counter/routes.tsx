import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import { parseCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay, formatTime } from "../../kernel/thai-date.ts";
import { seeCounter, type CounterDesk } from "../../visits/actions/see-counter.ts";
import { cardFields, readCardReading, type CardField } from "../../visits/card-reading.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { nothingCarried, readCarried, type Carried } from "./carried.ts";
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
  const carried = readCarried(form);
  if (!(await mayLookUpNumber(c, staffOf(c).staffId))) {
    const sentence = pageContext(c).words.counter.tooManyNumbers;
    return frontPage(c, [{ field: "citizenId", sentence }], form.text("citizenId"), carried);
  }
  return form.text("way") === "card"
    ? deskByCard(
        c,
        Object.fromEntries(cardFields.map((name) => [name, form.text(name)])) as Record<CardField, string>,
        carried,
      )
    : deskByNumber(c, form.text("citizenId"), carried);
});

async function deskByCard(
  c: AppContext,
  given: Readonly<Record<CardField, string>>,
  carried: Carried,
): Promise<Response> {
  const { ports } = c.var;
  const { words } = pageContext(c);
  const read = readCardReading(given, bangkokDay(ports.clock.now()));
  if (!read.ok) {
    return frontPage(
      c,
      [{ field: "read-card", sentence: sayRefusal(words.counter.refusal, read.refusal) }],
      "",
      carried,
    );
  }
  const card = read.value;
  if (isOther(carried, card.citizenId)) return c.redirect(otherPath(carried), 303);
  await meetAtCounter(ports, staffOf(c), { ...card, source: "card" });
  const { citizenId, correlationId, mainRight, subRight } = card;
  const rights = { correlationId, mainRight, subRight };
  return deskPage(c, { way: "card", citizenId, ...rights, ...fresh(carried) }, { carried });
}

async function deskByNumber(c: AppContext, text: string, carried: Carried): Promise<Response> {
  const { words } = pageContext(c);
  const citizenId = parseCitizenId(text);
  if (!citizenId.ok) {
    const sentence = sayRefusal(words.identity.refusal, citizenId.refusal);
    return frontPage(c, [{ field: "citizenId", sentence }], text, carried);
  }
  if (isOther(carried, citizenId.value)) return c.redirect(otherPath(carried), 303);
  const rights = { correlationId: null, mainRight: null, subRight: null };
  return deskPage(
    c,
    { way: "picture", citizenId: citizenId.value, ...rights, ...fresh(carried) },
    { carried },
  );
}

/** True when card or number are not of the person who was handed over. */
function isOther({ handedCitizenId }: Carried, citizenId: CitizenId): boolean {
  return handedCitizenId !== "" && handedCitizenId !== citizenId;
}

function otherPath({ handOverId }: Carried): string {
  return `/console/hand-over/${handOverId}?other=1`;
}

/** What a proof begins with: no picture yet, and the hand-over it came by, if any. */
function fresh({ handOverId }: Carried): Pick<Proof, "pictureId" | "handOverId"> {
  return { pictureId: null, handOverId: handOverId || null };
}

function frontPage(
  c: AppContext,
  faults: readonly SummaryItem[],
  citizenId: string,
  carried: Carried = nothingCarried,
): Promise<Response> {
  const shown = { page: pageContext(c), staff: sessionOf(c), faults, citizenId, carried };
  return sendPage(c, <CounterPage {...shown} />, {
    status: faults.length > 0 ? 422 : 200,
    needs: { cardAgent: true },
  });
}

/** What was typed before, and why it was not taken. */
interface Again {
  readonly typed: TypedVisit & { readonly firstName: string; readonly lastName: string };
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** The desk: fresh, with what a hand-over brought, or again with what was typed. */
export async function deskPage(
  c: AppContext,
  proof: Proof,
  { carried = nothingCarried, again }: { readonly carried?: Carried; readonly again?: Again },
): Promise<Response> {
  const { ports } = c.var;
  const desk = await seeCounter(ports, staffOf(c), { citizenId: proof.citizenId });
  return sendPage(
    c,
    <NewVisitPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      desk={desk}
      proof={proof}
      typed={again?.typed ?? begin(desk, carried)}
      faults={again?.faults ?? []}
      requestKey={again?.requestKey ?? newRequestKey(ports.random)}
    />,
    { status: again ? 422 : 200 },
  );
}

/** What the fields begin with. The service is the one asked for on the phone or missing in the list, else the only one. */
function begin({ offers, now }: CounterDesk, carried: Carried): Again["typed"] {
  const codes = offers.map(({ code }) => code);
  const { service, mobile, firstName, lastName, hn } = carried;
  return {
    mobile,
    telephones: "",
    time: formatTime(now, "en"),
    services: codes.filter((code) => code === service || codes.length === 1),
    hn,
    an: "",
    firstName,
    lastName,
  };
}
