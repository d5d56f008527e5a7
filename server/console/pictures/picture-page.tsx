import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import type { PictureSearch } from "../../visits/picture-search.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly asked: PictureSearch;
  readonly jpeg: Uint8Array;
  readonly now: Date;
}

/**
 * One opening of a picture. The bytes stand in the page itself and have no address: it is seen with this reason, once.
 * Over it stands who opened it and when, so that a photograph of the screen tells where it came from.
 */
export function PicturePage({ page, staff, asked, jpeg, now }: Props) {
  const words = page.words.pictures;
  const level = page.words.console.level[staff.level];
  const who = `${nameIn(staff.agency, page.language)} · ${level} · ${staff.staffId.slice(-8)}`;
  const when = formatMoment(now, page.language);
  return (
    <ConsoleLayout page={page} staff={staff} current="pictures" title={words.title} back="/console/pictures">
      <Banner tone="info" title={words.opened} live>
        {words.openedNext}
      </Banner>
      <h1>{formatServiceCode(asked.code)}</h1>
      <figure class="watched">
        <img alt={words.picture} src={`data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`} />
        <p class="watermark" aria-hidden="true">
          {Array.from({ length: 6 }, () => (
            <span>{`${who} ${when}`}</span>
          ))}
        </p>
      </figure>
      <Facts
        rows={[
          [words.day, formatDay(asked.day, page.language)],
          [words.hcode, asked.hcode],
          [words.reason, asked.reason],
          [words.openedBy, who],
          [words.openedAt, when],
        ]}
      />
      <ButtonGroup>
        <ButtonLink kind="secondary" href="/console/pictures">
          {words.another}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}
