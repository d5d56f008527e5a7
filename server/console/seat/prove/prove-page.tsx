import type { Child } from "hono/jsx";
import { provePath, type SeenProof } from "../../../credentials/proof.ts";
import type { Proofer } from "../../../credentials/token-registration.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { SeatPage } from "../seat-page.tsx";

interface Props {
  readonly page: PageContext;
}

/** What the QR opens on the phone: whose registration it is, and the two apps. */
export function ProvePage(
  props: Props & {
    token: string;
    proof: SeenProof & { readonly offered: readonly Proofer[] };
    /** The registration is open in this very browser. */
    isHere: boolean;
  },
) {
  const { page, token, proof, isHere } = props;
  const { prove: words, proof: said } = page.words.credentials.registration;
  const { outcome } = proof;
  return (
    <SeatPage page={page} seat={null} title={words.title}>
      <h1>{words.title}</h1>
      {outcome !== null && outcome !== "proven" ? (
        <Banner tone="refused" title={said.outcome[outcome]} live />
      ) : null}
      <section class="card stack">
        <p>{isHere ? words.leadHere : words.lead}</p>
        <Facts
          rows={[
            [words.userCode, <span class="code-like">{proof.userCode}</span>],
            [words.agency, nameIn(proof.agency, page.language)],
            [words.begun, formatMoment(proof.begunAt, page.language)],
          ]}
        />
        {isHere ? null : <p>{words.notYou}</p>}
      </section>
      <section class="card stack">
        <h2>{words.choose}</h2>
        <ButtonGroup>
          {proof.offered.map((proofer, at) => (
            <ButtonLink kind={at === 0 ? "primary" : "secondary"} href={`${provePath(token)}/${proofer}`}>
              {words.by[proofer]}
            </ButtonLink>
          ))}
        </ButtonGroup>
      </section>
      {isHere ? <BackToSeat page={page} /> : null}
    </SeatPage>
  );
}

/** Proven: said as often as the page is opened. */
export function ProvenPage({ page, proofer, isHere }: Props & { proofer: Proofer; isHere: boolean }) {
  const { prove: words } = page.words.credentials.registration;
  return (
    <Answered page={page} title={words.doneTitle[proofer]}>
      <Banner tone="done" title={words.doneTitle[proofer]} live>
        {isHere ? words.doneBodyHere : words.doneBody}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind={isHere ? "primary" : "secondary"} href={isHere ? "/seat/register/proof" : "/seat"}>
          {words.doneHere}
        </ButtonLink>
      </ButtonGroup>
    </Answered>
  );
}

/** The app did not answer: the same QR may be used again. */
export function AppDownPage({ page, token }: Props & { token: string }) {
  const words = page.words.credentials.registration.prove;
  return (
    <Answered page={page} title={words.failed}>
      <Banner tone="refused" title={words.failed} live>
        {words.down}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" href={provePath(token)}>
          {words.again}
        </ButtonLink>
      </ButtonGroup>
      <BackToSeat page={page} />
    </Answered>
  );
}

/** A QR that is over, a way that was used, or an app that does not answer. */
export function ProofGonePage({ page, why }: Props & { why: "gone" | "down" | "many" }) {
  const words = page.words.credentials.registration.prove;
  return (
    <Answered page={page} title={words[why]}>
      <Banner tone="refused" title={words[why]}>
        {why === "gone" ? words.goneBody : undefined}
      </Banner>
      <BackToSeat page={page} />
    </Answered>
  );
}

function Answered({ page, title, children }: Props & { title: string; children?: Child }) {
  return (
    <SeatPage page={page} seat={null} title={title}>
      <h1>{page.words.credentials.registration.prove.title}</h1>
      {children}
    </SeatPage>
  );
}

function BackToSeat({ page }: Props) {
  return (
    <ButtonGroup>
      <ButtonLink href="/seat">{page.words.credentials.registration.prove.backToSeat}</ButtonLink>
    </ButtonGroup>
  );
}
