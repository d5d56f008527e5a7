import type { NamingOffer } from "../../credentials/actions/see-naming.ts";
import { seatParts } from "../../credentials/holding.ts";
import type { TypedNaming } from "../../credentials/naming.ts";
import { giveWayReasons } from "../../credentials/naming.ts";
import { orderTexts } from "../../credentials/seat-order.ts";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { readTypedDay } from "../../forms/typed-day.ts";
import { formatCitizenId, parseCitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay, formatDay } from "../../kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly offer: NamingOffer;
  readonly typed: TypedNaming;
}

/** Everything once more before somebody is named: who, to what, by which order, and what follows. */
export function NamingCheck({ page, offer, typed }: Props) {
  const { naming: words, rights, parts } = page.words.credentials;
  const seat = offer.seats.find(({ id }) => id === typed.seatId);
  const part = seatParts.find((each) => each === typed.part) ?? "holder";
  const order = offer.orders.find(({ id }) => id === typed.orderId);
  const ends = part === "deputy" ? [[words.ends, dayOf(page, typed, "ends")] as const] : [];
  return (
    <>
      <p class="lead">{words.checkLead}</p>
      <section class="card stack wide-facts">
        <Facts
          rows={[
            [words.seat, seat ? `${seat.userCode} · ${rights[seat.right]}` : "–"],
            [words.part, parts[part]],
            [words.pages.person, `${typed.firstName} ${typed.lastName}`],
            [words.citizenId, citizenIdOf(typed)],
            ...givesWay(page, offer, typed),
            [words.position, typed.position],
            [words.starts, dayOf(page, typed, "starts")],
            ...ends,
            [
              words.pages.order,
              order
                ? words.keptOrder(order.number, formatDay(order.dated, page.language))
                : words.keptOrder(typed.number, dayOf(page, typed, "dated")),
            ],
            [words.then, typed.email.trim() === "" ? words.toLetter : words.toLink(typed.email.trim())],
          ]}
        />
      </section>
      {order ? null : (
        <section class="card stack" aria-labelledby="order-texts">
          <h2 id="order-texts">{words.texts}</h2>
          {orderTexts.map((name) => (
            <>
              <h3>{words[name]}</h3>
              <p class="as-typed">{typed[name]}</p>
            </>
          ))}
        </section>
      )}
    </>
  );
}

/** Whom the new one replaces, why, and until when they go on (N11); nothing where nobody is live. */
function givesWay(page: PageContext, offer: NamingOffer, typed: TypedNaming): (readonly [string, string])[] {
  const { naming: words, notices } = page.words.credentials;
  const seat = offer.seats.find(({ id }) => id === typed.seatId);
  const live = typed.part === "deputy" ? seat?.deputy : seat?.holder;
  const reason = giveWayReasons.find((each) => each === typed.reason);
  if (!live || reason === undefined) return [];
  return [[words.givesWay, words.givesWayHow(live.name, notices.ends[reason])]];
}

function citizenIdOf({ citizenId }: TypedNaming): string {
  const read = parseCitizenId(citizenId);
  return read.ok ? formatCitizenId(read.value) : citizenId;
}

/** A day as the form holds it, in words; a dash for what is none. */
function dayOf(page: PageContext, typed: TypedNaming, name: "dated" | "starts" | "ends"): string {
  const parts = { day: typed[`${name}Day`], month: typed[`${name}Month`], year: typed[`${name}Year`] };
  const read = readTypedDay(parts, "any", bangkokDay(new Date(0)));
  return read.ok ? formatDay(read.value, page.language) : "–";
}
