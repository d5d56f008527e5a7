import { createHash } from "node:crypto";
import type { Form } from "../../forms/form.ts";
import { textsAt } from "../../forms/typed-value.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { filesIn, withAt } from "../draft.ts";
import { listDraftFiles, type DraftFile } from "../store/attachment.ts";

/** The form that an officer fills for somebody at the counter, while nothing is filed yet. */
export interface FilledAtCounter {
  readonly personId: string;
  readonly requestKey: string;
}

/**
 * Under which draft's id the files of a counter form stand until it is filed. No draft has it, so that the files end with
 * those of drafts that were given up; and it is made from who fills the form, so that no posted text names another's.
 */
export function counterFormId({ staffId }: Staff, { requestKey }: FilledAtCounter): string {
  const hex = createHash("sha256").update(`counter form\n${staffId}\n${requestKey}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** The files that were kept for a counter form so far, the oldest first. */
export function listCounterFiles(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  filled: FilledAtCounter,
): Promise<readonly DraftFile[]> {
  return listDraftFiles(ports, tx, filled.personId, counterFormId(actor, filled));
}

/** The answers without ids of files that were not kept for that field. */
export function withKeptFiles(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  kept: readonly Pick<DraftFile, "id" | "field">[],
): Readonly<Record<string, unknown>> {
  const isKept = (id: string, key: string) => kept.some((file) => file.id === id && file.field === key);
  return filesIn(form, answers).reduce(
    (without, { id, path, key }) =>
      isKept(id, key)
        ? without
        : withAt(
            without,
            path,
            textsAt(without, path).filter((each) => each !== id),
          ),
    answers,
  );
}
