import type { IdCheckNoticeKind, ToldIdCheck } from "../../server/identity/id-check-notice.ts";
import { idPictureSlots, isNameDiffering } from "../../server/identity/id-check.ts";
import type { LineMessage } from "../../server/ports.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph } from "./flex.ts";

/** What became of the check of somebody's ID pictures: all well, or which to take again and why. */
export function idCheckDecided(speech: Speech, kind: IdCheckNoticeKind, told: ToldIdCheck): LineMessage {
  const { words, reader, link } = speech;
  const { told: say, slots, faults, wrongName } = words.idCheck;
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
  const named = isNameDiffering(told.faults)
    ? ([
        [wrongName.ifWrong, wrongName.byThaId],
        [wrongName.contact, `${agency} ${told.addressTh} ${told.phone}`.trim()],
      ] as const)
    : [];
  const facts = [...again, ...named];
  const inWords = [title, body, ...facts.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return cardMessage(
    {
      title,
      body: [paragraph(body), ...facts.map(([name, value]) => fact(name, value))],
      buttons: [{ label: say.redo, uri: link(`/id-check/${told.slug}`) }],
    },
    inWords,
  );
}
