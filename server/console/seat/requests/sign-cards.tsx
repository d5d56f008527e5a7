import { encode } from "uqr";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { FileField } from "../../../http/page/file-field.tsx";
import { QrImage } from "../../../http/page/qr-image.tsx";
import { PasswordField } from "../../../http/page/secret-field.tsx";

interface Props {
  readonly page: PageContext;
  /** The request's own page. */
  readonly path: string;
  /** Where the phone opens it; null: nobody is in the seat yet, so no phone has a key. */
  readonly phoneUrl: string | null;
  readonly faults: readonly SummaryItem[];
}

/** The ways to sign what was written: on the phone, by hand on the printed form, or with the password after all. */
export function SignCards(props: Props) {
  const { page, path, phoneUrl, faults } = props;
  const { requests, requestPages } = page.words.credentials;
  const { unsigned: words } = requestPages;
  const errorAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <>
      {phoneUrl === null ? null : (
        <section class="card stack">
          <h2>{words.device}</h2>
          <p>{words.deviceLead}</p>
          <QrImage modules={encode(phoneUrl, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
          <ButtonGroup>
            <ButtonLink kind="secondary" href={path}>
              {words.check}
            </ButtonLink>
            <ButtonLink kind="line" href={phoneUrl}>
              {words.samePhone}
            </ButtonLink>
          </ButtonGroup>
        </section>
      )}
      <PaperCard {...props} error={errorAt("paper")} />
      <form class="card stack" method="post" action={`${path}/sign`} novalidate>
        <h2>{words.password}</h2>
        <PasswordField
          page={page}
          name="proof"
          label={requests.form.password}
          hint={requests.form.passwordHint}
          error={errorAt("proof")}
          autocomplete="current-password"
        />
        <ButtonGroup>
          <Button kind="secondary">{requests.form.send}</Button>
        </ButtonGroup>
      </form>
      <form method="post" action={`${path}/drop`}>
        <Button kind="quiet">{words.drop}</Button>
      </form>
    </>
  );
}

/** Print, sign by hand, attach. */
export function PaperCard({
  page,
  path,
  error,
}: Pick<Props, "page" | "path"> & { readonly error: string | undefined }) {
  const { requests, requestPages } = page.words.credentials;
  const { unsigned: words } = requestPages;
  return (
    <form class="card stack" method="post" action={`${path}/attach`} enctype="multipart/form-data" novalidate>
      <h2>{words.paper}</h2>
      <ol class="key-steps">
        {words.paperSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${path}/form.pdf`} target="_blank">
          {requests.pdf}
        </ButtonLink>
      </ButtonGroup>
      <FileField
        name="paper"
        label={words.file}
        hint={words.fileHint}
        error={error}
        accept="application/pdf,image/jpeg,image/png"
      />
      <ButtonGroup>
        <Button>{words.attach}</Button>
      </ButtonGroup>
    </form>
  );
}
