import type { StaffSession } from "../http/env.ts";
import { EmptyState } from "../http/page/banner.tsx";
import { Banner } from "../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../http/page/button.tsx";
import { ChoiceGroup } from "../http/page/choice-group.tsx";
import type { PageContext } from "../http/page/context.ts";
import { ErrorSummary } from "../http/page/error-summary.tsx";
import { Table, type Column } from "../http/page/table.tsx";
import { requestKeyField } from "../http/request-key.ts";
import { formatMoment } from "../kernel/thai-date.ts";
import type { FacilityQrs, QrWithScans } from "../visits/actions/see-facility-qrs.ts";
import { nameIn } from "../visits/names.ts";
import { ConsoleLayout } from "./layout.tsx";
import { EndedTable } from "./qr/ended-table.tsx";
import { numberText } from "./qr/printed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: FacilityQrs;
  readonly requestKey: string;
  /** A printed QR was revoked a moment ago. */
  readonly isRevoked: boolean;
  readonly refusal: string | null;
}

/** The facility's QRs, and making one ("สร้าง QR CODE", F2). */
export function QrListPage({ page, staff, seen, requestKey, isRevoked, refusal }: Props) {
  const words = page.words.console;
  const screens = seen.qrs.filter(({ place }) => place.kind === "screen");
  const printed = seen.qrs.filter(({ place }) => place.kind === "printed");
  return (
    <ConsoleLayout page={page} staff={staff} current="qr" title={words.title} wrong={refusal !== null}>
      <ErrorSummary page={page} items={refusal ? [{ field: "service", sentence: refusal }] : []} />
      {isRevoked ? <Banner tone="done" title={words.revoked} live /> : null}
      <h1>{words.title}</h1>
      <MakeForm page={page} seen={seen} requestKey={requestKey} refusal={refusal} />
      <QrTable page={page} caption={words.screens} empty={words.screensEmpty} rows={screens} />
      <QrTable page={page} caption={words.printed} empty={words.printedEmpty} rows={printed} />
      <EndedTable page={page} seen={seen} />
    </ConsoleLayout>
  );
}

function MakeForm({ page, seen, requestKey, refusal }: Omit<Props, "isRevoked" | "staff">) {
  const words = page.words.console;
  if (seen.offers.length === 0) {
    return (
      <EmptyState title={words.noOffers} icon="qr">
        <p>{words.noOffersNext}</p>
      </EmptyState>
    );
  }
  return (
    <form class="make-qr" method="post" action="/console/qr">
      <h2>{words.create}</h2>
      <input type="hidden" name={requestKeyField} value={requestKey} />
      <ChoiceGroup
        name="service"
        legend={words.chooseService}
        type="radio"
        chosen={seen.offers.length === 1 ? seen.offers.map((offer) => offer.code) : []}
        choices={seen.offers.map((offer) => ({
          value: offer.code,
          label: nameIn(offer, page.language),
          hint: `${words[offer.kind]} · ${offer.code}`,
        }))}
        hint={words.kindHint}
        error={refusal ?? undefined}
      />
      <ButtonGroup>
        <Button icon="qr" name="kind" value="screen">
          {words.showScreen}
        </Button>
        <Button kind="secondary" icon="print" name="kind" value="printed">
          {words.makePrinted}
        </Button>
      </ButtonGroup>
    </form>
  );
}

interface TableProps {
  readonly page: PageContext;
  readonly caption: string;
  readonly empty: string;
  readonly rows: readonly QrWithScans[];
}

function QrTable({ page, caption, empty, rows }: TableProps) {
  if (rows.length === 0) {
    return (
      <section class="stack">
        <h2>{caption}</h2>
        <p class="lead">{empty}</p>
      </section>
    );
  }
  return <Table caption={caption} rows={rows} columns={columnsOf(page)} />;
}

function columnsOf(page: PageContext): Column<QrWithScans>[] {
  const words = page.words.console;
  const moment = (at: Date) => formatMoment(at, page.language);
  return [
    { title: words.service, cell: ({ place }) => nameIn(place.service, page.language) },
    { title: words.number, cell: ({ place }) => numberText(place.shortNumber), figures: true },
    { title: words.madeAt, cell: ({ place }) => moment(place.madeAt) },
    { title: words.scans, cell: ({ scans }) => scans?.accepted ?? 0, figures: true },
    { title: words.refused, cell: ({ scans }) => scans?.refused ?? 0, figures: true },
    { title: words.lastScan, cell: ({ scans }) => (scans?.lastAt ? moment(scans.lastAt) : words.never) },
    { title: words.actions, cell: (row) => <Moves page={page} row={row} /> },
  ];
}

function Moves({ page, row: { place } }: { page: PageContext; row: QrWithScans }) {
  const words = page.words.console;
  return (
    <span class="row-moves">
      {place.kind === "screen" ? (
        <ButtonLink href={`/console/screen/${place.qrId}`}>{words.open}</ButtonLink>
      ) : (
        <ButtonLink href={`/console/printed/${place.qrId}`}>{words.view}</ButtonLink>
      )}
      <ButtonLink href={`/console/qr/${place.qrId}/scans`}>{page.words.qr.scans}</ButtonLink>
    </span>
  );
}
