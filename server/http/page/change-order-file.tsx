import { Button, ButtonGroup } from "./button.tsx";
import type { PageContext } from "./context.ts";
import { FileField } from "./file-field.tsx";

/** What a button of a file's form says: `next` is the form's own. */
export interface FileChange {
  readonly kind: "remove" | "replace";
  readonly fileId: string;
}

/** Reads which file a pressed button is about; null: it is about none. */
export function readFileChange(text: string): FileChange | null {
  const [, kind, fileId = ""] = /^(remove|replace):([0-9a-f-]{36})$/.exec(text) ?? [];
  return kind === "remove" || kind === "replace" ? { kind, fileId } : null;
}

/** Under which name the file comes that stands in for another. */
export function insteadField(fileId: string): string {
  return `instead-${fileId}`;
}

interface Props {
  readonly page: PageContext;
  readonly fileId: string;
  readonly name: string;
  readonly error?: string | undefined;
}

/** Inside a form with files: another file in the place of one, or none; what else was typed goes along. */
export function ChangeOrderFile({ page, fileId, name, error }: Props) {
  const words = page.words.credentials.orders.change;
  return (
    <details class="file-change" open={error !== undefined}>
      <summary>
        {words.summary}
        <span class="visually-hidden"> {name}</span>
      </summary>
      <div class="stack">
        <FileField
          name={insteadField(fileId)}
          label={words.instead}
          hint={words.insteadHint}
          error={error}
          accept=".pdf,.jpg,.jpeg,.png"
        />
        <ButtonGroup>
          <Button kind="secondary" name="do" value={`replace:${fileId}`}>
            {words.replace}
          </Button>
        </ButtonGroup>
        <p>{words.sure(name)}</p>
        <ButtonGroup>
          <Button kind="danger" name="do" value={`remove:${fileId}`}>
            {words.remove}
          </Button>
        </ButtonGroup>
      </div>
    </details>
  );
}
