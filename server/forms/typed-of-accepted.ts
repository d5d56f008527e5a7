import { nationalPhone, type Phone } from "../kernel/phone.ts";
import { toBuddhistYear } from "../kernel/thai-date.ts";
import type { Accepted, AcceptedAnswers } from "./accepted.ts";
import { isRecord } from "./answer.ts";
import type { Field } from "./field.ts";
import type { Form } from "./form.ts";
import { isMapPoint, type Place } from "./typed-place.ts";

/** Accepted answers as they would be typed into the form again; reading them back accepts the same. */
export function typedOfAccepted(
  form: Pick<Form, "fields">,
  accepted: AcceptedAnswers,
): Readonly<Record<string, unknown>> {
  const typed = form.fields.flatMap((field): [string, unknown][] => {
    const answer = accepted[field.key];
    return answer === undefined ? [] : [[field.key, typedOf(field, answer)]];
  });
  return Object.fromEntries(typed);
}

function typedOf(field: Field, answer: Accepted): unknown {
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  if (typeof answer === "number") return field.type === "money" ? (answer / 100).toFixed(2) : String(answer);
  if (typeof answer === "string") {
    if (field.type === "phone") return nationalPhone(answer as Phone);
    return field.type === "date" ? typedDay(answer) : answer;
  }
  if (field.type === "group" && Array.isArray(answer)) {
    return answer.filter(isRecord).map((item) => typedOfAccepted(field, item as AcceptedAnswers));
  }
  if (field.type === "map_point" && isRecord(answer)) {
    const place = answer as unknown as Place;
    if (!isMapPoint(place)) return place;
    return { ...place, latitude: String(place.latitude), longitude: String(place.longitude) };
  }
  return answer;
}

function typedDay(day: string) {
  const [year = "", month = "", inMonth = ""] = day.split("-");
  return {
    day: String(Number(inMonth)),
    month: String(Number(month)),
    year: String(toBuddhistYear(Number(year))),
  };
}
