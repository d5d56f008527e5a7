import { EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { QrImage } from "../../server/http/page/qr-image.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { ShownLicence } from "../../server/petitions/own-document.ts";
import { showingSeconds } from "../../server/petitions/showing.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { QrModules } from "../../server/visits/qr-drawing.ts";

interface Props {
  readonly page: PageContext;
  readonly licences: readonly ShownLicence[];
  /** Where a check begins, under the address of the deployment. */
  readonly base: string;
  readonly now: Date;
  readonly drawQr: (text: string) => QrModules;
}

/**
 * Licences held out to an inspector: one fills the screen, several follow each other and stay long enough to be read
 * (local notices under the Electronic Official Performance Act 2565, s. 13). Opened before the network goes, the script
 * turns the QR for minutes; without it the QR is the moment's, and the page says from when it is.
 */
export function ShowPage({ page, licences, base, now, drawQr }: Props) {
  const words = page.words.papers.show;
  if (licences.length === 0) {
    return (
      <Layout page={page} title={words.title} back="/liff/documents">
        <h1>{words.title}</h1>
        <EmptyState title={words.empty} />
      </Layout>
    );
  }
  const said = JSON.stringify({
    now: words.now,
    offline: words.offline,
    pause: words.pause,
    play: words.play,
  });
  const data = {
    "data-seconds": String(showingSeconds),
    "data-now": String(now.getTime()),
    "data-words": said,
  };
  return (
    <Layout
      page={page}
      title={words.title}
      back="/liff/documents"
      look={false}
      scripts={["show-licence.js"]}
      data={data}
    >
      <h1 class="visually-hidden">{words.heading}</h1>
      <p class="show-clock" id="show-clock" role="timer" aria-live="off">
        {words.still} {formatMoment(now, page.language)}
      </p>
      <ol class="shown" id="shown" tabindex={0} aria-label={words.title}>
        {licences.map((licence, at) => (
          <LicenceSheet {...{ page, licence, base, drawQr, at }} all={licences.length} />
        ))}
      </ol>
      <div class="buttons show-moves" id="show-moves" hidden>
        <Button kind="secondary" type="button" id="show-previous">
          {words.previous}
        </Button>
        <Button kind="secondary" type="button" id="show-next">
          {words.next}
        </Button>
        <Button kind="quiet" type="button" id="show-pause">
          {words.pause}
        </Button>
      </div>
      <ButtonLink kind="quiet" href="/liff/documents">
        {words.back}
      </ButtonLink>
    </Layout>
  );
}

function LicenceSheet(
  props: Pick<Props, "page" | "base" | "drawQr"> & {
    readonly licence: ShownLicence;
    readonly at: number;
    readonly all: number;
  },
) {
  const { page, licence, base, drawQr, at, all } = props;
  const { language } = page;
  const words = page.words.papers;
  const { validUntil, showings } = licence;
  const texts = showings.map((showing) => `${base}/${licence.code}/${showing}`.toUpperCase());
  return (
    <li class="shown-sheet" data-texts={JSON.stringify(texts)}>
      {all > 1 ? <p class="shown-at">{words.show.of(at + 1, all)}</p> : null}
      <p class="shown-agency">{nameIn(licence.agency, language)}</p>
      <h2>{nameIn(licence.title, language)}</h2>
      <p class="shown-number">
        {words.number} <strong>{licence.number}</strong>
      </p>
      <p class="shown-name">
        <WholeName>{licence.name}</WholeName>
      </p>
      <p>
        {words.validUntil}{" "}
        <strong>{validUntil === null ? words.validForever : formatDay(validUntil, language)}</strong>
      </p>
      <QrImage modules={drawQr(texts[0] ?? base)} label={words.show.qrLabel} />
      <p class="hint">{words.show.changes}</p>
    </li>
  );
}
