import { encode } from "uqr";
import { mayStaff } from "../agencies/role.ts";
import type { StaffSession } from "../http/env.ts";
import { ButtonGroup, ButtonLink } from "../http/page/button.tsx";
import { Banner } from "../http/page/banner.tsx";
import { Facts } from "../http/page/card.tsx";
import { ConfirmPanel } from "../http/page/confirm-panel.tsx";
import type { PageContext } from "../http/page/context.ts";
import { QrImage } from "../http/page/qr-image.tsx";
import { formatMoment } from "../kernel/thai-date.ts";
import type { PrintedQr } from "../visits/actions/see-printed-qr.ts";
import { nameIn } from "../visits/names.ts";
import { formatShortCode } from "../visits/short-code.ts";
import { ConsoleLayout } from "./layout.tsx";
import { numberText } from "./qr/printed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly qr: PrintedQr;
  /** What the QR holds. */
  readonly text: string;
}

/** A printed QR: how it looks, the number under it, its files, its scans, a new one in its place, its end. */
export function PrintedPage({ page, staff, qr, text }: Props) {
  const words = page.words.console;
  const { place } = qr;
  const base = `/console/printed/${place.qrId}`;
  const agency = nameIn(place.facility, page.language);
  return (
    <ConsoleLayout page={page} staff={staff} current="qr" title={words.printedTitle} back="/console/qr">
      {qr.replaces ? (
        <Banner tone="info" title={page.words.qr.replaced(numberText(qr.replaces.shortNumber))}>
          {page.words.qr.replacedNext}
        </Banner>
      ) : null}
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
          <Downloads page={page} base={base} />
          <ButtonGroup>
            <ButtonLink href={`/console/qr/${place.qrId}/scans`}>{page.words.qr.log}</ButtonLink>
            {mayStaff(staff.level, "manage_qr") ? (
              <>
                <ButtonLink href={`${base}/replace`}>{page.words.qr.replace}</ButtonLink>
                <ButtonLink kind="danger" href={`${base}/revoke`}>
                  {words.revoke}
                </ButtonLink>
              </>
            ) : null}
          </ButtonGroup>
        </div>
      </div>
    </ConsoleLayout>
  );
}

function Downloads({ page, base }: { page: PageContext; base: string }) {
  const words = page.words.qr;
  return (
    <section class="stack" aria-labelledby="downloads">
      <h2 id="downloads">{words.downloads}</h2>
      <ButtonGroup>
        <ButtonLink kind="primary" icon="download" href={`${base}/poster-a4.pdf`}>
          {words.posterA4}
        </ButtonLink>
        <ButtonLink icon="download" href={`${base}/poster-a5.pdf`}>
          {words.posterA5}
        </ButtonLink>
        <ButtonLink icon="download" href={`${base}/qr.png`}>
          PNG
        </ButtonLink>
        <ButtonLink icon="download" href={`${base}/qr.svg`}>
          SVG
        </ButtonLink>
      </ButtonGroup>
    </section>
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
