import type { AppContext } from "../../http/env.ts";
import type { PostedForm } from "../../http/form-page/posted-form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { keepHandedFile } from "../../petitions/actions/keep-handed-file.ts";
import { fileHandedDraft, saveHandedDraft } from "../../petitions/actions/save-handed-draft.ts";
import type { HandedRefusal } from "../../petitions/draft-hand-over.ts";
import type { DraftSent, ServiceClosed } from "../../petitions/draft.ts";
import { sayUploadRefusal } from "../../http/form-page/say-upload-refusal.ts";
import { staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import { postedFiles } from "./posted-counter-form.ts";
import type { ShownHanded } from "./show-handed-form.tsx";

interface Typed {
  readonly handOverId: string;
  /** The version of the draft the officer's page showed. */
  readonly seen: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly wantsPaper: boolean;
}

type Elsewhere = HandedRefusal | DraftSent | ServiceClosed;

/** What became of a posted form: filed, to be shown again, or no longer this officer's to go on with. */
type Saved =
  | { readonly kind: "filed"; readonly response: Response }
  | { readonly kind: "again"; readonly shown: Omit<ShownHanded, "lead"> }
  | { readonly kind: "elsewhere"; readonly refusal: Elsewhere };

const again = (shown: Omit<ShownHanded, "lead">): Saved => ({ kind: "again", shown });

/**
 * Keeps what an officer typed and the files they added in the citizen's draft; then files it, where that button was
 * pressed and nothing was refused.
 */
export async function saveHanded(c: AppContext, posted: PostedForm, typed: Typed): Promise<Saved> {
  const { answers, wantsPaper } = typed;
  const saved = await saveHandedDraft(c.var.ports, staffOf(c), typed);
  if (!saved.ok) {
    const { refusal } = saved;
    switch (refusal.kind) {
      case "draft_changed":
        return again({ answers, wantsPaper, changedAt: refusal.savedAt });
      case "draft_large":
        return again({
          answers,
          wantsPaper,
          refusals: [{ sentence: pageContext(c).words.eService.draft.large }],
        });
      case "draft_sent":
      case "hand_over_missing":
      case "hand_over_over":
        return { kind: "elsewhere", refusal };
    }
  }
  const kept = await keepFiles(c, posted, typed.handOverId, saved.value.version);
  if (kept.refusals.length > 0) return again({ wantsPaper, refusals: kept.refusals });
  if (posted.text("do") === "file") return file(c, { ...typed, seen: kept.version });
  return again({ wantsPaper, isSaved: true });
}

async function keepFiles(c: AppContext, posted: PostedForm, handOverId: string, version: number) {
  const refusals: SummaryItem[] = [];
  let latest = version;
  for (const { path, name, bytes } of await postedFiles(posted)) {
    const kept = await keepHandedFile(c.var.ports, staffOf(c), { handOverId, path, name, bytes });
    if (kept.ok) latest = kept.value.version;
    else
      refusals.push({ field: path, sentence: `${name}: ${sayUploadRefusal(pageContext(c), kept.refusal)}` });
  }
  return { refusals, version: latest };
}

async function file(c: AppContext, typed: Typed): Promise<Saved> {
  const { wantsPaper } = typed;
  const filed = await fileHandedDraft(c.var.ports, staffOf(c), typed);
  if (filed.ok) {
    const response = c.redirect(`${petitionPath(filed.value.petitionId)}?done=filed`, 303);
    return { kind: "filed", response };
  }
  const { refusal } = filed;
  switch (refusal.kind) {
    case "answers_wrong":
      return again({ wantsPaper, problems: refusal.problems });
    case "form_changed":
      return again({ wantsPaper, refusals: [{ sentence: pageContext(c).words.desk.filing.formChanged }] });
    case "draft_changed":
      return again({ wantsPaper, changedAt: refusal.savedAt });
    case "assurance_low":
    case "petitions_many":
      throw new Error("an officer was judged as the citizen they have before them");
    case "draft_sent":
    case "service_closed":
    case "hand_over_missing":
    case "hand_over_over":
      return { kind: "elsewhere", refusal };
  }
}
