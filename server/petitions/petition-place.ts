import type { AcceptedAnswers } from "../forms/accepted.ts";
import { isMapPoint, type MapPoint } from "../forms/typed-place.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/**
 * Where on the map a place-based petition is: the first of its places with coordinates; null: none has any (its place was
 * told in words), or the service is of no place.
 */
export function placeOfAnswers(
  { isPlaceBased, form }: Pick<ServiceDefinition, "isPlaceBased" | "form">,
  answers: AcceptedAnswers,
): MapPoint | null {
  if (!isPlaceBased) return null;
  const asked = form.fields.filter(({ type }) => type === "map_point");
  return asked.map(({ key }) => answers[key]).find(isMapPoint) ?? null;
}
