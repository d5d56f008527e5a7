import { wordingIn } from "../../server/forms/wording.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { OwnDraft } from "../../server/petitions/own-draft.ts";
import type { LineMessage } from "../../server/ports.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { Speech } from "./code.ts";
import { colours } from "./colours.ts";
import { cardsMessage, paragraph, type Card } from "./flex.ts";

/** What was begun and not sent, side by side: which service, when it was saved, and the way back into it. */
export function draftsMessage(speech: Speech, drafts: readonly OwnDraft[]): LineMessage {
  const { words, reader } = speech;
  const { drafts: said } = words.bot;
  const told = drafts.map(
    ({ service, savedAt }) =>
      `${wordingIn(service, reader.language)}: ${said.saved(formatMoment(savedAt, reader.language))}`,
  );
  return cardsMessage(
    drafts.map((one) => draftCard(speech, one)),
    [said.title, ...told].join("\n"),
  );
}

function draftCard({ words, reader, link }: Speech, { id, service, town, savedAt }: OwnDraft): Card {
  const { drafts: said } = words.bot;
  const { language } = reader;
  return {
    above: said.title,
    title: wordingIn(service, language),
    body: [
      paragraph(nameIn(town, language)),
      paragraph(said.saved(formatMoment(savedAt, language)), colours.quiet),
    ],
    buttons: [{ label: said.goOn, uri: link(`/drafts/${id}`) }],
  };
}
