import type { IdCheckNoticeKind, ToldIdCheck } from "../../server/identity/id-check-notice.ts";
import { idPictureSlots } from "../../server/identity/id-check.ts";
import type { LineMessage } from "../../server/ports.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph } from "./flex.ts";

/** What became of the check of somebody's ID pictures: all well, or which to take again and why. */
export function idCheckDecided(speech: Speech, kind: IdCheckNoticeKind, told: ToldIdCheck): LineMessage {
  const { words, reader, link } = speech;
  const { told: say, slots, faults } = words.idCheck;
  const agency = nameIn(told.agency, reader.language);
  if (kind === "id_check_approved") {
    const [title, body] = [say.approvedTitle, say.approvedBody(agency)];
    const opens = { label: say.open, uri: link(`/e-service/${told.slug}`) };
    return cardMessage({ title, body: [paragraph(body)], buttons: [opens] }, `${title}\n${body}`);
  }
  const [title, body] = [say.sentBackTitle, say.sentBackBody(agency)];
  const again = idPictureSlots
    .map((slot) => [slots[slot], told.faults.filter((each) => each.slot === slot)] as const)
    .filter(([, found]) => found.length > 0)
    .map(([slot, found]) => [slot, found.map(({ fault }) => faults[fault]).join(", ")] as const);
  const inWords = [title, body, ...again.map(([slot, why]) => `${slot}: ${why}`)].join("\n");
  return cardMessage(
    {
      title,
      body: [paragraph(body), ...again.map(([slot, why]) => fact(slot, why))],
      buttons: [{ label: say.redo, uri: link(`/id-check/${told.slug}`) }],
    },
    inWords,
  );
}
