import type { AcceptedAnswers } from "../forms/accepted.ts";
import type { MapPoint } from "../forms/typed-place.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** Where a place-based petition is: its first map point that was answered; null: none, or the service is of no place. */
export function placeOfAnswers(
  { isPlaceBased, form }: Pick<ServiceDefinition, "isPlaceBased" | "form">,
  answers: AcceptedAnswers,
): MapPoint | null {
  if (!isPlaceBased) return null;
  const asked = form.fields.filter(({ type }) => type === "map_point");
  return asked.map(({ key }) => answers[key]).find(isMapPoint) ?? null;
}

function isMapPoint(answer: unknown): answer is MapPoint {
  return typeof answer === "object" && answer !== null && "latitude" in answer && "longitude" in answer;
}
