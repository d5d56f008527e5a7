import { encode } from "uqr";
import type { StaffSession } from "../http/env.ts";
import { ButtonGroup, ButtonLink } from "../http/page/button.tsx";
import { Facts } from "../http/page/card.tsx";
import { ConfirmPanel } from "../http/page/confirm-panel.tsx";
import type { PageContext } from "../http/page/context.ts";
import { QrImage } from "../http/page/qr-image.tsx";
import { formatMoment } from "../kernel/thai-date.ts";
import type { PrintedQr } from "../visits/actions/see-printed-qr.ts";
import { nameIn } from "../visits/names.ts";
import { formatShortCode } from "../visits/short-code.ts";
import { ConsoleLayout } from "./layout.tsx";
import { numberText } from "./qr-list-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly qr: PrintedQr;
  /** What the QR holds. */
  readonly text: string;
}

/** A printed QR: how it looks, the number under it, both downloads, and its end. */
export function PrintedPage({ page, staff, qr, text }: Props) {
  const words = page.words.console;
  const { place } = qr;
  const base = `/console/printed/${place.qrId}`;
  const agency = nameIn(place.facility, page.language);
  return (
    <ConsoleLayout page={page} staff={staff} current="qr" title={words.printedTitle} back="/console/qr">
      <h1>{words.printedTitle}</h1>
      <div class="printed">
        <QrImage modules={encode(text, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
        <div class="stack">
          <Facts
            rows={[
              [words.facility, agency],
              [words.service, nameIn(place.service, page.language)],
              [words.shortCode, <span class="printed-code">{formatShortCode(qr.shortCode)}</span>],
              [words.number, numberText(place.shortNumber)],
              [words.madeAt, formatMoment(place.madeAt, page.language)],
            ]}
          />
          <p>{words.printedLead}</p>
          <ButtonGroup>
            <ButtonLink kind="primary" icon="download" href={`${base}/qr.png`}>
              {words.png}
            </ButtonLink>
            <ButtonLink icon="download" href={`${base}/qr.svg`}>
              {words.svg}
            </ButtonLink>
            <ButtonLink kind="danger" href={`${base}/revoke`}>
              {words.revoke}
            </ButtonLink>
          </ButtonGroup>
        </div>
      </div>
    </ConsoleLayout>
  );
}

/** The question before a printed QR is worth nothing any more. */
export function RevokePage({ page, staff, qr }: Omit<Props, "text">) {
  const words = page.words.console;
  const { place } = qr;
  const base = `/console/printed/${place.qrId}`;
  return (
    <ConsoleLayout page={page} staff={staff} current="qr" title={words.revokeTitle} back={base}>
      <ConfirmPanel
        title={words.revokeTitle}
        action={`${base}/revoke`}
        yes={words.revokeYes}
        no={words.revokeNo}
        noHref={base}
      >
        <p>{words.revokeBody}</p>
        <Facts
          rows={[
            [words.service, nameIn(place.service, page.language)],
            [words.number, numberText(place.shortNumber)],
          ]}
        />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}
