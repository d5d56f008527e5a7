import type { OwnProof } from "../../../credentials/actions/show-proof.ts";
import { provePath } from "../../../credentials/proof.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { QrImage } from "../../../http/page/qr-image.tsx";
import { formatTime } from "../../../kernel/thai-date.ts";
import type { QrModules } from "../../../visits/qr-drawing.ts";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

interface Props extends RegisterPageProps {
  readonly proof: OwnProof;
  /** The QR; null: none leads anywhere now. */
  readonly modules: QrModules | null;
  /** "ตรวจสอบสถานะ" was pressed. */
  readonly asked: boolean;
  /** The page is opened on a phone: there the button comes first and the QR is folded away (N14). */
  readonly isOnPhone: boolean;
}

/** Step 2 on the computer: the QR, or on one phone the button; then that it is done. */
export function ProofPage({ proof, modules, asked, isOnPhone, ...rest }: Props) {
  const all = rest.page.words.credentials.registration;
  const words = all.proof;
  if (proof.provenBy !== null) {
    return (
      <RegisterPage {...rest} at={2} title={words.title}>
        <Banner tone="done" title={words.done} live>
          {words.doneBy[proof.provenBy]}
        </Banner>
        <ButtonGroup>
          <ButtonLink kind="primary" href="/seat/register/data">
            {all.next}
          </ButtonLink>
        </ButtonGroup>
      </RegisterPage>
    );
  }
  const outcome = proof.outcome === null || proof.outcome === "proven" ? null : proof.outcome;
  const watched = {
    "data-watch": "/seat/register/proof/state",
    "data-state": proof.outcome ?? "waiting",
    "data-page": "/seat/register/proof",
  } as const;
  return (
    <RegisterPage {...rest} at={2} title={words.title} scripts={["companion-wait.js"]} data={watched}>
      {proof.offered.length === 0 ? <Banner tone="refused" title={words.none} /> : null}
      {outcome ? (
        <Banner tone="refused" title={words.outcome[outcome]} live>
          {outcome === "other_person" ? words.numberNext : undefined}
        </Banner>
      ) : null}
      {asked && !outcome ? <Banner tone="waiting" title={words.notYet} live /> : null}
      {proof.token !== null && modules ? (
        <OpenProof {...rest} proof={proof} token={proof.token} modules={modules} isOnPhone={isOnPhone} />
      ) : (
        <form class="card stack" method="post" action="/seat/register/proof">
          <p>{words.over}</p>
          <ButtonGroup>
            <Button>{words.again}</Button>
          </ButtonGroup>
        </form>
      )}
      <ButtonLink kind="quiet" href="/seat/register/identity">
        {words.back}
      </ButtonLink>
    </RegisterPage>
  );
}

interface OpenProps extends RegisterPageProps {
  readonly proof: OwnProof;
  readonly token: string;
  readonly modules: QrModules;
}

function OpenProof({ isOnPhone, ...props }: OpenProps & { readonly isOnPhone: boolean }) {
  return isOnPhone ? <HereProof {...props} /> : <ScannedProof {...props} />;
}

function ScannedProof(props: OpenProps) {
  const { page, token } = props;
  const words = page.words.credentials.registration.proof;
  return (
    <section class="card stack seat-proof">
      <div class="seat-qr">
        <p>{words.lead}</p>
        <ProofQr {...props} />
      </div>
      <div class="seat-here">
        <p class="hint">{words.hereHint}</p>
        <ButtonLink href={provePath(token)}>{words.here}</ButtonLink>
      </div>
      <ButtonGroup>
        <ButtonLink kind="primary" href={checkPath}>
          {words.check}
        </ButtonLink>
      </ButtonGroup>
    </section>
  );
}

/** On one phone the QR is a button; it stays for whoever has the app on another one. */
function HereProof(props: OpenProps) {
  const { page, token } = props;
  const words = page.words.credentials.registration.proof;
  return (
    <section class="card stack">
      <p>{words.leadHere}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={provePath(token)}>
          {words.here}
        </ButtonLink>
        <ButtonLink href={checkPath}>{words.check}</ButtonLink>
      </ButtonGroup>
      <details>
        <summary>{words.otherPhone}</summary>
        <div class="seat-qr">
          <p>{words.lead}</p>
          <ProofQr {...props} />
        </div>
      </details>
    </section>
  );
}

const checkPath = "/seat/register/proof?asked=1";

function ProofQr({ page, proof, modules }: OpenProps) {
  const words = page.words.credentials.registration.proof;
  return (
    <>
      <QrImage modules={modules} label={words.qr} />
      {proof.expiresAt ? <p class="hint">{words.until(formatTime(proof.expiresAt, page.language))}</p> : null}
    </>
  );
}
