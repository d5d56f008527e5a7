import { encode } from "uqr";
import { ButtonGroup, ButtonLink } from "../http/page/button.tsx";
import { Facts } from "../http/page/card.tsx";
import { ConfirmPanel } from "../http/page/confirm-panel.tsx";
import type { PageContext } from "../http/page/context.ts";
import { Layout } from "../http/page/layout.tsx";
import { QrImage } from "../http/page/qr-image.tsx";
import { formatMoment } from "../kernel/thai-date.ts";
import type { PrintedQr } from "../visits/actions/see-printed-qr.ts";
import { nameIn } from "../visits/names.ts";
import { formatShortCode } from "../visits/short-code.ts";
import { numberText } from "./qr-list-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly qr: PrintedQr;
  /** What the QR holds. */
  readonly text: string;
}

/** A printed QR: how it looks, the number under it, both downloads, and its end. */
export function PrintedPage({ page, qr, text }: Props) {
  const words = page.words.console;
  const { place } = qr;
  const base = `/console/printed/${place.qrId}`;
  const agency = nameIn(place.facility, page.language);
  return (
    <Layout page={page} title={words.printedTitle} kind="console" agency={agency} back="/console">
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
    </Layout>
  );
}

/** The question before a printed QR is worth nothing any more. */
export function RevokePage({ page, qr }: Omit<Props, "text">) {
  const words = page.words.console;
  const { place } = qr;
  const base = `/console/printed/${place.qrId}`;
  const agency = nameIn(place.facility, page.language);
  return (
    <Layout page={page} title={words.revokeTitle} kind="console" agency={agency} back={base}>
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
    </Layout>
  );
}
