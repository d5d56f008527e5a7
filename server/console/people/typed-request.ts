import {
  isBlankJoiner,
  letterFields,
  type JoinerFault,
  type RequestFault,
  type TypedJoiner,
  type TypedRequest,
} from "../../agencies/access-form.ts";
import { staffPersonFields } from "../../agencies/staff-person.ts";
import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";
import type { OwnJoinerRefusal } from "../../words/agencies/people-th.ts";

export const joinerFields = [...staffPersonFields, "level"] as const;
export type JoinerField = (typeof joinerFields)[number];

/** Name of a field in the row of somebody who comes, counted from 0. */
export function joinerName(row: number, field: JoinerField): string {
  return `j${row}-${field}`;
}

export const blankJoiner: TypedJoiner = {
  firstName: "",
  lastName: "",
  citizenId: "",
  workPhone: "",
  mobile: "",
  email: "",
  level: "",
};

/** A request before anybody typed: one empty row. */
export const blankRequest: TypedRequest = {
  number: "",
  date: "",
  address: "",
  superiorName: "",
  superiorPosition: "",
  phone: "",
  fax: "",
  certified: false,
  joining: [],
  leaving: [],
};

/** Reads the form of a request as it was typed. Rows in which nothing stands fall away. */
export function typedRequest(form: FormFields): TypedRequest {
  const letter = Object.fromEntries(letterFields.map((field) => [field, form.text(field)]));
  return {
    ...blankRequest,
    ...letter,
    certified: form.text("certified") === "yes",
    joining: typedJoining(form),
    leaving: [...new Set(form.all("leaving"))].filter((id) => id !== ""),
  };
}

function typedJoining(form: FormFields): TypedJoiner[] {
  const joining: TypedJoiner[] = [];
  for (let row = 0; form.all(joinerName(row, "citizenId")).length > 0; row += 1) {
    const fields = joinerFields.map((field) => [field, form.text(joinerName(row, field))] as const);
    const joiner = { ...blankJoiner, ...Object.fromEntries(fields) };
    if (!isBlankJoiner(joiner)) joining.push(joiner);
  }
  return joining;
}

/** What is to be mended, each at its field. */
export function faultItems(faults: readonly RequestFault[], words: Words): readonly SummaryItem[] {
  const form = words.agencies.people.form;
  return faults.map((fault) => {
    switch (fault.at) {
      case "letter":
        return {
          field: fault.field,
          sentence: form.letterFault(form.fields[fault.field], sayRefusal(form.letterRefusal, fault.refusal)),
        };
      case "joining": {
        const { field } = fault.fault;
        const label = form.personFields[field];
        const sentence = form.rowFault(fault.row + 1, label, sayJoiner(fault.fault, words));
        return { field: joinerName(fault.row, field), sentence };
      }
      case "people":
        return { field: joinerName(0, "firstName"), sentence: form.nobodyNamed };
      case "leaving":
        return { field: "leaving", sentence: form.leaverGone };
      case "certified":
        return { field: "certified", sentence: form.notCertified };
    }
  });
}

function sayJoiner({ refusal }: JoinerFault, words: Words): string {
  const own = words.agencies.people.form.personRefusal;
  return isOwn(refusal, own) ? sayRefusal(own, refusal) : sayRefusal(words.identity.refusal, refusal);
}

function isOwn(refusal: JoinerFault["refusal"], own: object): refusal is OwnJoinerRefusal {
  return Object.hasOwn(own, refusal.kind);
}
