import type { StaffSession } from "../../http/env.ts";
import { Facts } from "../../http/page/card.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import type { PrintedQr } from "../../visits/actions/see-printed-qr.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { numberText } from "./printed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly qr: PrintedQr;
  /** Why it was not done; the old one works on. */
  readonly refusal: string | null;
}

/** The question before a printed QR gives way to a new one. */
export function ReplacePage({ page, staff, qr: { place }, refusal }: Props) {
  const words = page.words.qr;
  const base = `/console/printed/${place.qrId}`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="qr"
      title={words.replaceTitle}
      back={base}
      wrong={refusal !== null}
    >
      <ErrorSummary page={page} items={refusal ? [{ field: "replace", sentence: refusal }] : []} />
      <div id="replace">
        <ConfirmPanel
          title={words.replaceTitle}
          action={`${base}/replace`}
          yes={words.replaceYes}
          no={words.replaceNo}
          noHref={base}
        >
          <p>{words.replaceBody}</p>
          <Facts
            rows={[
              [page.words.console.service, nameIn(place.service, page.language)],
              [page.words.console.number, numberText(place.shortNumber)],
            ]}
          />
        </ConfirmPanel>
      </div>
    </ConsoleLayout>
  );
}
