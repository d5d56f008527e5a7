import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { FacilityQrs } from "../../visits/actions/see-facility-qrs.ts";
import { nameIn } from "../../visits/names.ts";
import { numberText } from "./printed.ts";

/** Printed QRs that have ended, each leading to its scans and to what took its place; nothing when there are none. */
export function EndedTable({ page, seen }: { page: PageContext; seen: FacilityQrs }) {
  const words = page.words.qr;
  if (seen.ended.length === 0) return null;
  return (
    <Table
      caption={words.ended}
      rows={seen.ended}
      columns={[
        { title: page.words.console.service, cell: ({ service }) => nameIn(service, page.language) },
        { title: page.words.console.number, cell: (qr) => numberText(qr.shortNumber), figures: true },
        { title: words.endedAt, cell: (qr) => formatMoment(qr.revokedAt, page.language) },
        { title: page.words.console.actions, cell: (qr) => <Log page={page} qrId={qr.qrId} /> },
      ]}
    />
  );
}

function Log({ page, qrId }: { page: PageContext; qrId: string }) {
  return <ButtonLink href={`/console/qr/${qrId}/scans`}>{page.words.qr.scans}</ButtonLink>;
}
