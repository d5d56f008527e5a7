import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SlipSheet } from "../../visits/actions/see-slips.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly blockId: string;
  readonly sheet: SlipSheet;
}

/** A block's unused slips to be printed and cut apart: the code, and lines for what the counter writes. */
export function SlipSheetPage({ page, staff, blockId, sheet }: Props) {
  const words = page.words.slips;
  const blank = sheet.slips.filter(({ state }) => state === "blank");
  return (
    <ConsoleLayout page={page} staff={staff} current="slips" title={words.sheetTitle} back="/console/slips">
      <div class="screen-only stack">
        <h1>{words.sheetTitle}</h1>
        <Banner tone="info" title={words.sheetPrint}>
          {words.sheetLead}
        </Banner>
        {blank.length > 0 ? (
          <ButtonGroup>
            <ButtonLink kind="primary" icon="download" href={`/console/slips/${blockId}/slips.pdf`}>
              {words.sheetPdf}
            </ButtonLink>
          </ButtonGroup>
        ) : null}
      </div>
      <ul class="slip-sheet">
        {blank.map(({ code, number }) => (
          <li class="slip">
            <p class="slip-head">
              <strong>{nameIn(sheet.facility, page.language)}</strong>
              <span>
                {words.number} {number}
              </span>
            </p>
            <p class="slip-code">{formatServiceCode(code)}</p>
            {[words.citizenId, words.name, words.mobile, words.dayTime, words.service].map((line) => (
              <p class="slip-line">
                <span>{line}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </ConsoleLayout>
  );
}
