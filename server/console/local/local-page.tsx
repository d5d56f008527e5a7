import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { idPictureSlots } from "../../identity/id-check.ts";
import { settingLimits } from "../../petitions/judge-setting.ts";
import type { AgencyTerms } from "../../petitions/agency-terms.ts";
import { ConsoleLayout } from "../layout.tsx";
import { TermsForm, type TermsTyped } from "./terms-form.tsx";

/** What stands in the form, as it was typed or is kept. */
export interface LocalTyped {
  readonly welcomeTh: string;
  readonly welcomeEn: string;
  readonly addressTh: string;
  readonly phone: string;
  readonly keepDays: string;
  readonly idPictures: readonly string[];
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly typed: LocalTyped;
  readonly hasSeal: boolean;
  readonly faults: readonly SummaryItem[];
  readonly done: LocalDone | null;
  readonly terms: AgencyTerms | null;
  readonly typedTerms: TermsTyped;
  readonly now: Date;
}

/** What was just kept. */
export const localDones = ["saved", "seal", "terms"] as const;
export type LocalDone = (typeof localDones)[number];

/** The agency's own texts, pictures asked for, days of keeping, its seal and its terms. */
export function LocalPage(props: Props) {
  const { page, staff, faults, done } = props;
  const words = page.words.local;
  const told = { saved: words.saved, seal: words.sealSaved, terms: words.terms.saved };
  return (
    <ConsoleLayout page={page} staff={staff} current="local" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      {done === null ? null : <Banner tone="done" title={told[done]} live />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href="/console/soft-token-demand">{page.words.agencies.demand.link}</a>
      </p>
      <div class="two-ways">
        <SettingForm {...props} />
        <div class="stack">
          <SealForm {...props} />
          <TermsForm {...props} typed={props.typedTerms} />
        </div>
      </div>
    </ConsoleLayout>
  );
}

function SettingForm({ page, typed, faults }: Props) {
  const words = page.words.local;
  const { welcome, address, phone, fewestKeepDays, mostKeepDays } = settingLimits;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <form class="card stack" method="post" action="/console/local">
      <h2>{words.texts}</h2>
      <Field
        name="welcomeTh"
        label={words.welcomeTh}
        hint={words.welcomeHint}
        value={typed.welcomeTh}
        maxlength={welcome}
      />
      <Field name="welcomeEn" label={words.welcomeEn} value={typed.welcomeEn} maxlength={welcome} lang="en" />
      <Field
        name="addressTh"
        label={words.addressTh}
        hint={words.addressHint}
        value={typed.addressTh}
        maxlength={address}
      />
      <Field
        name="phone"
        label={words.phone}
        type="tel"
        inputmode="tel"
        value={typed.phone}
        maxlength={phone}
      />
      <ChoiceGroup
        name="idPictures"
        legend={words.pictures}
        hint={words.picturesHint}
        type="checkbox"
        error={faultAt("idPictures")}
        chosen={typed.idPictures}
        choices={idPictureSlots.map((slot) => ({ value: slot, label: page.words.idCheck.slots[slot] }))}
      />
      <Field
        name="keepDays"
        label={words.keepDays}
        hint={words.keepDaysHint(fewestKeepDays, mostKeepDays)}
        error={faultAt("keepDays")}
        value={typed.keepDays}
        inputmode="numeric"
        maxlength={6}
      />
      <Button>{words.save}</Button>
    </form>
  );
}

function SealForm({ page, hasSeal, faults }: Props) {
  const words = page.words.local;
  const error = faults.find((item) => item.field === "seal")?.sentence;
  return (
    <form class="card stack" method="post" action="/console/local/seal" enctype="multipart/form-data">
      <h2>{words.seal}</h2>
      <p class="hint">{words.sealLead}</p>
      {hasSeal ? (
        <img class="seal" src="/console/local/seal.jpg" alt={words.sealAlt} width={160} />
      ) : (
        <p>{words.sealNone}</p>
      )}
      <FileField
        name="seal"
        label={words.sealFile}
        hint={words.sealHint}
        error={error}
        accept=".png,.jpg,.jpeg,image/png,image/jpeg"
      />
      <Button kind="secondary">{words.sealSave}</Button>
    </form>
  );
}
