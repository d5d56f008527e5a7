import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { NoticeKind } from "../../notices/notice.ts";
import {
  isToStaff,
  isUntold,
  petitionNotices,
  reasonOfFailure,
  standingOfReceipt,
  toldThings,
  type Receipt,
  type ReceiptStanding,
  type ToldThing,
} from "../../notices/receipt.ts";

interface Props {
  readonly page: PageContext;
  readonly receipts: readonly Receipt[];
}

const tones: Readonly<Record<ReceiptStanding, Tone>> = {
  waiting: "waiting",
  sent: "done",
  unknown: "waiting",
  failed: "refused",
  needless: "plain",
};

/** What the citizen was told and by which channel it arrived, the latest first; what officers were told is folded away. */
export function Receipts({ page, receipts }: Props) {
  const words = page.words.desk.receipts;
  const told = toldThings(receipts).toReversed();
  const toStaff = told.filter(({ kind }) => isToStaff(kind));
  const toCitizen = told.filter(({ kind }) => !isToStaff(kind));
  return (
    <section class="card stack later no-print" id="receipts">
      <h2>{words.title}</h2>
      {toCitizen.length === 0 ? <p>{words.none}</p> : <Told page={page} told={toCitizen} />}
      {toStaff.length === 0 ? null : (
        <details class="fold">
          <summary>
            {words.toStaff} ({toStaff.length})
          </summary>
          <Told page={page} told={toStaff} />
        </details>
      )}
    </section>
  );
}

function Told({ page, told }: { readonly page: PageContext; readonly told: readonly ToldThing[] }) {
  const words = page.words.desk.receipts;
  return (
    <ol class="events">
      {told.map((thing) => (
        <li>
          <strong>{nameOf(page, thing.kind)}</strong>
          {isUntold(thing) && !isToStaff(thing.kind) ? <small class="untold">{words.untold}</small> : null}
          {thing.ways.map((way) => (
            <Way page={page} way={way} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** One channel: how it stands, since when, and what was in its way. */
function Way({ page, way }: { readonly page: PageContext; readonly way: Receipt }) {
  const words = page.words.desk.receipts;
  const standing = standingOfReceipt(way);
  return (
    <span class="way">
      {way.medium === "any" ? null : <span>{words.media[way.medium]}</span>}
      <StatusTag tone={tones[standing]}>{words.standings[standing]}</StatusTag>
      <small>{formatMoment(way.settledAt ?? way.queuedAt, page.language)}</small>
      {standing === "failed" ? <small>{words.reasons[reasonOfFailure(way.failure)]}</small> : null}
    </span>
  );
}

function nameOf({ words }: PageContext, kind: NoticeKind): string {
  const known = petitionNotices.find((each) => each === kind);
  const { kinds, other } = words.desk.receipts;
  return known === undefined ? other : kinds[known];
}
