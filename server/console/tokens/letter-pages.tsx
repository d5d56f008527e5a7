import type { LetterFor, OpenLetter } from "../../credentials/letter-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { letterAddress, officeSeatAddress } from "./addresses.ts";
import { SealedLetter } from "./sealed-letter.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly letter: LetterFor;
}

/** A sealed letter: to be opened once; or who opened it when, and how a new one is made. */
export function LetterPage({ page, staff, letter }: Props) {
  const words = page.words.credentials.letters;
  const back = officeSeatAddress(letter.seatId);
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenAgencies" title={words.title} back={back}>
      <h1>{words.title}</h1>
      <About page={page} letter={letter} />
      {letter.opened ? (
        <Opened page={page} letter={letter} opened={letter.opened} />
      ) : letter.isNamed ? (
        <Ready page={page} letter={letter} />
      ) : (
        <Banner tone="info" title={words.outlived.title}>
          {words.outlived.body}
        </Banner>
      )}
    </ConsoleLayout>
  );
}

function About({ page, letter }: Pick<Props, "page" | "letter">) {
  const { letters: words, seats, rights, parts } = page.words.credentials;
  return (
    <section class="card stack wide-facts">
      <Facts
        rows={[
          [words.forWhom, `${letter.name} · ${letter.position}`],
          [seats.userCode, letter.userCode],
          [seats.right, `${rights[letter.right]} · ${parts[letter.part]}`],
          [words.agency, nameIn(letter.agency, page.language)],
          [words.madeAt, formatMoment(letter.madeAt, page.language)],
        ]}
      />
    </section>
  );
}

function Ready({ page, letter }: Pick<Props, "page" | "letter">) {
  const words = page.words.credentials.letters.ready;
  return (
    <>
      <Banner tone="info" title={words.title}>
        {words.body}
      </Banner>
      {letter.hasOwnPassword ? <Banner tone="waiting" title={words.own} /> : null}
      <form method="post" action={`${letterAddress(letter.letterId)}/open`}>
        <ButtonGroup>
          <Button icon="print">{words.yes}</Button>
          <ButtonLink href={officeSeatAddress(letter.seatId)}>{words.no}</ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}

function Opened({
  page,
  letter,
  opened,
}: Pick<Props, "page" | "letter"> & { readonly opened: NonNullable<LetterFor["opened"]> }) {
  const { letters } = page.words.credentials;
  const words = letters.opened;
  const at = formatMoment(opened.at, page.language);
  return (
    <>
      <Banner tone="waiting" title={words.title}>
        {opened.by === null ? words.byUnnamed(at) : words.by(opened.by, at)}
      </Banner>
      <p>{words.body}</p>
      <div class="buttons">
        {letter.isNamed ? (
          <form method="post" action={`${officeSeatAddress(letter.seatId)}/letter`}>
            <input type="hidden" name="holdingId" value={letter.holdingId} />
            <Button kind="secondary" icon="print">
              {words.again}
            </Button>
          </form>
        ) : null}
        <ButtonLink href={officeSeatAddress(letter.seatId)}>{letters.back}</ButtonLink>
      </div>
    </>
  );
}

interface OnceProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly letter: OpenLetter;
  /** Where the holder comes in. */
  readonly signInUrl: string;
}

/** The letter with its password, the only time it is shown, as it is printed and folded. */
export function OpenLetterPage({ page, staff, letter, signInUrl }: OnceProps) {
  const words = page.words.credentials.letters.once;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenAgencies"
      title={words.title}
      scripts={["print-page.js"]}
    >
      <div class="screen-only stack">
        <h1>{words.title}</h1>
        <Banner tone="info" title={words.print}>
          {words.body}
        </Banner>
        <div class="buttons">
          <button class="button primary" type="button" data-prints hidden>
            <span>{words.printButton}</span>
          </button>
          <ButtonLink href={officeSeatAddress(letter.seatId)}>{words.done}</ButtonLink>
        </div>
      </div>
      <SealedLetter letter={letter} signInUrl={signInUrl} office={staff.agency.nameTh} help={page.help} />
    </ConsoleLayout>
  );
}
