import { action } from "./action.ts";
import { isObject, list, object, type Check } from "./check.ts";
import { flag, form, label, whole } from "./values.ts";

const area = object(
  {
    bounds: object({ x: whole(0), y: whole(0), width: whole(1), height: whole(1) }, [
      "x",
      "y",
      "width",
      "height",
    ]),
    action: action({ labelMost: 20, labelRequired: false, richMenu: true }),
  },
  ["bounds", "action"],
);

const fields = object(
  {
    size: object({ width: whole(800, 2500), height: whole(250) }, ["width", "height"]),
    selected: flag,
    name: label(300),
    chatBarText: label(14),
    areas: list(area, 0, 20),
  },
  ["size", "selected", "name", "chatBarText", "areas"],
);

/** A rich menu: 800–2500 wide, at least 250 high, width to height at least 1.45, at most 20 areas inside it. */
export const richMenu: Check = (value, path, problems) => {
  fields(value, path, problems);
  if (!isObject(value) || !isObject(value["size"])) return;
  const width = Number(value["size"]["width"]);
  const height = Number(value["size"]["height"]);
  if (width / height < 1.45)
    problems.push({ message: "aspect ratio must be at least 1.45", path: [...path, "size"] });
  if (Array.isArray(value["areas"])) insideOf(width, height)(value["areas"], [...path, "areas"], problems);
};

function insideOf(width: number, height: number): Check {
  return (value, path, problems) => {
    (value as unknown[]).forEach((element, index) => {
      const bounds = isObject(element) && isObject(element["bounds"]) ? element["bounds"] : {};
      const right = Number(bounds["x"]) + Number(bounds["width"]);
      const bottom = Number(bounds["y"]) + Number(bounds["height"]);
      if (right <= width && bottom <= height) return;
      if (Number.isNaN(right) || Number.isNaN(bottom)) return;
      problems.push({ message: "must be within the rich menu", path: [...path, index, "bounds"] });
    });
  };
}

const aliasId = form(/^[a-z0-9_-]{1,32}$/, "richMenuAliasId is invalid");

/** Body of POST /v2/bot/richmenu/alias. */
export const aliasRequest: Check = object({ richMenuAliasId: aliasId, richMenuId: form(/./) }, [
  "richMenuAliasId",
  "richMenuId",
]);

/** Body of POST /v2/bot/richmenu/alias/{id}. */
export const aliasUpdate: Check = object({ richMenuId: form(/./) }, ["richMenuId"]);
