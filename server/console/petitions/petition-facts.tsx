import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatPhone } from "../../kernel/phone.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import { nameIn } from "../../visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
}

/** Who filed it, and by which way. */
export function PersonFacts({ page, seen }: Props) {
  const words = page.words.desk;
  return (
    <section class="card stack">
      <h2>{words.applicant}</h2>
      {seen.isErased ? <StatusTag tone="waiting">{page.words.privacy.erasedMark}</StatusTag> : null}
      <Facts
        rows={[
          [words.name, nameOf(page, seen)],
          [words.citizenId, <span class="nowrap">{formatCitizenId(seen.person.citizenId)}</span>],
          [words.phone, <PhoneOf page={page} seen={seen} />],
          [words.email, <EmailOf page={page} seen={seen} />],
          [
            words.assurance,
            seen.contact.isTold ? page.words.assurance.rungs[seen.person.assurance].title : words.noAccount,
          ],
          [words.via, words.vias[seen.via]],
          ...(seen.wantsPaper ? [[words.paper, words.paperYes] as const] : []),
        ]}
      />
    </section>
  );
}

function nameOf({ words }: PageContext, { person, contact }: DeskPetition): string {
  const name = fullName(person);
  return name === null ? words.desk.unnamed : `${contact.prefix ?? ""}${name}`;
}

function PhoneOf({ page, seen }: Props) {
  const { phone } = seen.contact;
  if (phone === null) return <>{page.words.desk.untold}</>;
  return (
    <a class="nowrap" href={`tel:${phone}`}>
      {formatPhone(phone)}
    </a>
  );
}

function EmailOf({ page, seen }: Props) {
  const { email } = seen.contact;
  return email === null ? <>{page.words.desk.untold}</> : <a href={`mailto:${email}`}>{email}</a>;
}

/** The clock: when it came in, when that counts, by when an answer is due, and who has it. */
export function ClockFacts({ page, seen }: Props) {
  const { desk, petitions } = page.words;
  const { language } = page;
  return (
    <section class="card stack">
      <h2>{desk.clock}</h2>
      <Facts
        rows={[
          [desk.submittedAt, formatMoment(seen.submittedAt, language)],
          [petitions.receivedByLaw, formatMoment(seen.deemedReceivedAt, language)],
          [petitions.due, dueText(page, seen)],
          [
            desk.has,
            <span class="two-lines">
              <span>{seen.unit === null ? page.words.queue.noUnit : nameIn(seen.unit, language)}</span>
              <small>{seen.officer ?? page.words.queue.nobody}</small>
            </span>,
          ],
        ]}
      />
    </section>
  );
}

/** By when an answer is due and how much is left, in the days that were promised; of what ended, whether in time. */
export function dueText({ words, language }: PageContext, { clock }: Pick<DeskPetition, "clock">): string {
  const { queue } = words;
  switch (clock.kind) {
    case "none":
      return queue.noDay;
    case "running":
      return `${formatDay(clock.dueDay, language)} · ${queue.left(clock.left)}`;
    case "paused":
      return clock.left === null ? queue.stands : `${queue.stands} · ${queue.left(clock.left)}`;
    case "ended": {
      const on = formatDay(clock.on, language);
      if (clock.dueDay === null) return queue.ended(on);
      const due = formatDay(clock.dueDay, language);
      return clock.on <= clock.dueDay ? queue.endedInTime(on, due) : queue.endedLate(on, due);
    }
  }
}
