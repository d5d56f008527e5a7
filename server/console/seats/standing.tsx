import type { SeatStanding } from "../../credentials/seat-standing.ts";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { bangkokDay, formatDay } from "../../kernel/thai-date.ts";

const tones: Record<SeatStanding["kind"], Tone> = {
  to_register: "waiting",
  to_approve: "waiting",
  sent_back: "refused",
  waits_for_day: "waiting",
  to_activate: "waiting",
  phone_lost: "waiting",
  in_use: "done",
  expired: "refused",
  ended: "plain",
};

/** How somebody in a seat stands, in words and a shape. */
export function StandingTag({ page, standing }: { page: PageContext; standing: SeatStanding }) {
  return <StatusTag tone={tones[standing.kind]}>{standingWords(page, standing)}</StatusTag>;
}

/** The same in words alone. */
export function standingWords(page: Pick<PageContext, "words" | "language">, standing: SeatStanding): string {
  const words = page.words.credentials.seats.standing;
  const day = (at: Date) => formatDay(bangkokDay(at), page.language);
  switch (standing.kind) {
    case "in_use":
      return words.in_use(day(standing.until));
    case "expired":
      return words.expired(day(standing.since));
    case "phone_lost":
      return words.phone_lost(day(standing.since));
    case "to_register":
    case "to_approve":
    case "sent_back":
    case "waits_for_day":
    case "to_activate":
    case "ended":
      return words[standing.kind];
  }
}
