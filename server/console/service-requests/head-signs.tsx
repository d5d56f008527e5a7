import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { PasswordField } from "../../http/page/secret-field.tsx";
import { errorAt, type FormProps } from "./request-props.ts";

/** A head signs: with the second step, or by hand on the printed form, of which the scan is attached. */
export function HeadSigns(props: FormProps) {
  const { page, path, seen } = props;
  const { requests, requestPages } = page.words.credentials;
  const { sign, form } = requests;
  const { headPaper: paper, unsigned } = requestPages;
  return (
    <>
      <form class="card stack" method="post" action={`${path}/sign`} novalidate>
        <h2>{sign.title}</h2>
        <p>{sign.lead}</p>
        <PasswordField
          page={page}
          name="proof"
          label={form.proof}
          hint={form.proofHint}
          error={errorAt(props, "proof")}
          autocomplete="current-password"
        />
        <ButtonGroup>
          <Button>{sign.button}</Button>
        </ButtonGroup>
      </form>
      <form
        class="card stack"
        method="post"
        action={`${path}/attach`}
        enctype="multipart/form-data"
        novalidate
      >
        <h2>{paper.title}</h2>
        <p>{paper.lead}</p>
        <FileField
          name="paper"
          label={unsigned.file}
          hint={unsigned.fileHint}
          error={errorAt(props, "paper")}
          accept="application/pdf,image/jpeg,image/png"
        />
        <ButtonGroup>
          <Button kind="secondary">{paper.attach}</Button>
        </ButtonGroup>
      </form>
      {seen.shown === "unsigned" ? (
        <form method="post" action={`${path}/drop`}>
          <Button kind="quiet">{unsigned.drop}</Button>
        </form>
      ) : null}
    </>
  );
}
