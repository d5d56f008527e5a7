import type { Child } from "hono/jsx";
import type { Accepted, AcceptedAnswers } from "../../forms/accepted.ts";
import type { PlainField } from "../../forms/field.ts";
import type { Form } from "../../forms/form.ts";
import { isMapPoint, placeText, type Address, type MapPoint, type Place } from "../../forms/typed-place.ts";
import { addressLine } from "../../kernel/gazetteer.ts";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { formatPhone, type Phone } from "../../kernel/phone.ts";
import { formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Gazetteer } from "../../ports.ts";
import type { PageContext } from "../page/context.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { ShownFile } from "./form-view.ts";
import { sizeText } from "./files-field.tsx";

/** One answer as it is read: its words, or its files. */
export interface AnswerRow {
  readonly path: string;
  readonly label: string;
  /** Null: not answered, or files. */
  readonly said: string | null;
  readonly files: readonly ShownFile[];
  /** Where on the map a place lies; null: it is none, or was told in words. */
  readonly point: MapPoint | null;
}

/** A heading of the form, or an item of a group, with the answers below it. */
export interface AnswerSection {
  /** Null: what stands before any heading. */
  readonly title: string | null;
  readonly rows: readonly AnswerRow[];
}

interface Given {
  readonly page: Pick<PageContext, "language" | "words">;
  readonly form: Form;
  readonly answers: AcceptedAnswers;
  readonly files: readonly ShownFile[];
}

/**
 * Accepted answers in words, in the order of the form, for pages and papers alike: fields that were hidden are not
 * there, those left empty are told as such.
 */
export async function answerSections(
  gazetteer: Gazetteer,
  given: Given,
  shown: ReadonlySet<string> | null = null,
): Promise<readonly AnswerSection[]> {
  const sections: { title: string | null; rows: AnswerRow[] }[] = [{ title: null, rows: [] }];
  const { language, words } = given.page;
  for (const field of given.form.fields) {
    if (shown !== null && !shown.has(field.key)) continue;
    const label = wordingIn(field.label, language);
    if (field.type === "heading") sections.push({ title: label, rows: [] });
    else if (field.type === "group") {
      const items = given.answers[field.key];
      const list = Array.isArray(items) ? (items as readonly AcceptedAnswers[]) : [];
      for (const [at, item] of list.entries()) {
        const inner = field.fields.filter((each) => item[each.key] !== undefined);
        const rows = await Promise.all(
          inner.map((each) => rowOf(gazetteer, given, each, `${field.key}.${at}.`, item)),
        );
        sections.push({ title: words.forms.item(label, at + 1), rows: rows.flat() });
      }
      sections.push({ title: null, rows: [] });
    } else {
      const isLeftOut = shown === null && given.answers[field.key] === undefined;
      if (!isLeftOut)
        sections.at(-1)?.rows.push(...(await rowOf(gazetteer, given, field, "", given.answers)));
    }
  }
  return sections.filter(({ rows }) => rows.length > 0);
}

async function rowOf(
  gazetteer: Gazetteer,
  { page, files }: Given,
  field: PlainField,
  prefix: string,
  answers: AcceptedAnswers,
): Promise<readonly AnswerRow[]> {
  if (field.type === "help" || field.type === "heading") return [];
  const value = answers[field.key];
  const row = {
    path: prefix + field.key,
    label: wordingIn(field.label, page.language),
    files: [],
    point: null,
  };
  if (value === undefined) return [{ ...row, said: null }];
  if (field.type === "files" || field.type === "photo") {
    const ids = value as readonly string[];
    return [{ ...row, said: null, files: ids.flatMap((id) => files.find((file) => file.id === id) ?? []) }];
  }
  const point = field.type === "map_point" && isMapPoint(value) ? value : null;
  return [{ ...row, said: await sayAnswer(gazetteer, page, field, value), point }];
}

/** One accepted answer in words: as people write days, phones, numbers, money and addresses. */
export async function sayAnswer(
  gazetteer: Gazetteer,
  { language, words }: Given["page"],
  field: PlainField,
  value: Accepted,
): Promise<string> {
  switch (field.type) {
    case "text":
    case "long_text":
    case "email":
      return value as string;
    case "number":
      return Number(value).toLocaleString("en-US", { maximumFractionDigits: field.decimals });
    case "money":
      return words.forms.money(Number(value));
    case "date":
      return formatDay(value as BangkokDay, language);
    case "time":
      return `${value as string} ${words.forms.time}`.trim();
    case "phone":
      return formatPhone(value as Phone);
    case "citizen_id":
      return formatCitizenId(value as CitizenId);
    case "choice":
    case "choices": {
      const chosen = typeof value === "string" ? [value] : (value as readonly string[]);
      return field.options
        .filter((option) => chosen.includes(option.value))
        .map(({ label }) => wordingIn(label, language))
        .join(", ");
    }
    case "yes_no":
      return value === true ? words.forms.yes : words.forms.no;
    case "declaration":
      return words.forms.declared;
    case "address":
      return sayAddress(gazetteer, value as Address, language);
    case "map_point":
      return placeText(value as Place);
    case "files":
    case "photo":
    case "heading":
    case "help":
      return "";
  }
}

/** An address in one line, its codes as names. */
export async function sayAddress(
  gazetteer: Gazetteer,
  address: Address,
  language: PageContext["language"],
): Promise<string> {
  const named = <One extends { readonly code: string }>(list: readonly One[], code: string) =>
    list.find((each) => each.code === code) ?? null;
  const areas = {
    province: named(await gazetteer.provinces(), address.province),
    district: named(await gazetteer.districts(address.province), address.district),
    subdistrict: named(await gazetteer.subdistricts(address.district), address.subdistrict),
  };
  return addressLine(address, areas, language);
}

/** The sections of answers as a page shows them, with what it has to say beside an answer. */
export function AnswersShown(props: {
  readonly page: PageContext;
  readonly sections: readonly AnswerSection[];
  readonly beside?: (row: AnswerRow) => Child;
}) {
  const { page, sections, beside } = props;
  return (
    <div class="answers">
      {sections.map(({ title, rows }) => (
        <section>
          {title === null ? null : <h3>{title}</h3>}
          <dl class="facts">
            {rows.map((row) => (
              <div>
                <dt>{row.label}</dt>
                <dd>
                  <Answer page={page} row={row} />
                  {beside?.(row)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Answer({ page, row }: { page: PageContext; row: AnswerRow }) {
  const words = page.words.forms;
  if (row.files.length > 0) {
    return (
      <ul class="files">
        {row.files.map((file) => (
          <li class="file">
            <span class="file-name">
              {file.href ? (
                <a href={file.href} target="_blank" rel="noopener">
                  {file.name}
                </a>
              ) : (
                file.name
              )}
              <small>{sizeText(file.size)}</small>
            </span>
          </li>
        ))}
      </ul>
    );
  }
  if (row.said === null || row.said === "") return <span class="unanswered">{words.notAnswered}</span>;
  return <span class="answer-said">{row.said}</span>;
}
