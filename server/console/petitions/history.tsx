import { wordingIn } from "../../forms/wording.ts";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { DeskEvent, DeskPetition } from "../../petitions/desk-petition.ts";
import { storyOf, type StoryEntry } from "../../petitions/desk-story.ts";
import { nameIn } from "../../visits/names.ts";
import { documentPath } from "./petition-documents.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
}

/** What happened, the latest first, with what was said at each step. */
export function History({ page, seen }: Props) {
  const words = page.words.desk;
  return (
    <section class="card stack later">
      <h2>{words.history}</h2>
      <ol class="events">
        {storyOf(seen).map((entry) =>
          entry.kind === "step" ? (
            <Step page={page} seen={seen} event={entry.event} />
          ) : (
            <Paper page={page} entry={entry} />
          ),
        )}
      </ol>
    </section>
  );
}

function Step({ page, seen, event }: Props & { readonly event: DeskEvent }) {
  return (
    <li>
      <strong>{eventText(page, event)}</strong>
      {event.isInternal ? <small class="inside">{page.words.desk.internal}</small> : null}
      <small>
        {formatMoment(event.happenedAt, page.language)} · {doerText(page, event)}
      </small>
      {saidLines(page, seen, event).map((line) => (
        <p>{line}</p>
      ))}
    </li>
  );
}

/** A document that was issued, or came to its end; who ended it is written in the audit, not in its row. */
function Paper({
  page,
  entry,
}: {
  readonly page: PageContext;
  readonly entry: Exclude<StoryEntry, { readonly kind: "step" }>;
}) {
  const words = page.words.desk;
  const { kind, at, document } = entry;
  const title = {
    issued: words.documentIssued,
    replaced: words.documentReplaced,
    revoked: words.documentRevoked,
  }[kind](document.number);
  return (
    <li>
      <strong>
        <a href={documentPath(document.id)}>{title}</a>
      </strong>
      <small>
        {formatMoment(at, page.language)}
        {kind === "issued" ? ` · ${document.by ?? words.gone}` : ""}
      </small>
      <p>{kind === "revoked" ? document.endReason : nameIn(document.title, page.language)}</p>
    </li>
  );
}

/** What happened, as officers name it: an assignment with whom it was given to, and what was given back as that. */
export function eventText({ words }: PageContext, event: Pick<DeskEvent, "kind" | "words" | "to">): string {
  const { desk, petitions } = words;
  if (event.kind !== "assigned") return petitions.events[event.kind];
  if (event.words.conflict === true) return desk.gaveBack;
  return event.to === null ? petitions.events.assigned : desk.assignedTo(event.to);
}

/** Who did it: an officer by name, else the citizen or the system. */
export function doerText({ words }: PageContext, { doer, by }: Pick<DeskEvent, "doer" | "by">): string {
  switch (doer) {
    case "citizen":
      return words.desk.citizen;
    case "system":
      return words.desk.system;
    case "staff":
      return by ?? words.desk.gone;
  }
}

function saidLines(page: PageContext, seen: DeskPetition, { words: said }: DeskEvent): readonly string[] {
  const { desk, forms, petitions } = page.words;
  const { fields } = seen.definition.form;
  const labels = (paths: readonly string[]) =>
    paths.flatMap((path) => {
      const field = fields.find(({ key }) => key === path.split(".")[0]);
      return field === undefined ? [] : [wordingIn(field.label, page.language)];
    });
  const named = labels(said.fields ?? []);
  const corrected = labels(Object.keys(said.before ?? {}));
  const { reasons } = said;
  const lines: readonly (string | undefined)[] = [
    named.length === 0 ? undefined : `${desk.field.fields}: ${named.join(", ")}`,
    corrected.length === 0 ? undefined : desk.correctedFields(corrected.join(", ")),
    said.text,
    said.satang === undefined ? undefined : forms.money(said.satang),
    said.agencyName === undefined ? undefined : `${desk.field.agencyName}: ${said.agencyName}`,
    reasons && `${desk.field.facts}: ${reasons.facts}`,
    reasons && `${desk.field.law}: ${reasons.law}`,
    reasons && `${desk.field.considerations}: ${reasons.considerations}`,
    said.untilDay && desk.until(formatDay(said.untilDay, page.language)),
    said.appealUntil && `${petitions.appealBy} ${formatDay(said.appealUntil, page.language)}`,
  ];
  return lines.filter((line): line is string => line !== undefined);
}
