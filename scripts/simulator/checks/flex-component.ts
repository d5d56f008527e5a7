import { action } from "./action.ts";
import { isObject, list, object, oneOfTypes, type Check, type Fields } from "./check.ts";
import { flexValue as v } from "./flex-values.ts";
import { anything, flag, oneOf, pictureUrl, text, whole } from "./values.ts";

const tap = action({ labelMost: 40, labelRequired: false });
const placed: Fields = {
  margin: v.margin,
  position: v.position,
  offsetTop: v.offset,
  offsetBottom: v.offset,
  offsetStart: v.offset,
  offsetEnd: v.offset,
};
const lettering: Fields = {
  size: v.textSize,
  color: v.colour,
  weight: v.weight,
  style: v.style,
  decoration: v.decoration,
};

const span = object({ type: oneOf("span"), text: text(2000), ...lettering }, ["type", "text"]);

const textFields = object(
  {
    type: anything,
    text: text(2000),
    contents: list(span, 0, 100),
    flex: v.flex,
    align: v.align,
    gravity: v.gravity,
    wrap: flag,
    lineSpacing: v.pixels,
    action: tap,
    maxLines: whole(0),
    adjustMode: v.adjust,
    scaling: flag,
    ...lettering,
    ...placed,
  },
  ["type"],
);

const flexText: Check = (value, path, problems) => {
  textFields(value, path, problems);
  if (!isObject(value) || value["text"] !== undefined) return;
  if (Array.isArray(value["contents"]) && value["contents"].length > 0) return;
  problems.push({ message: "must be specified", path: [...path, "text"] });
};

const button = object(
  {
    type: anything,
    action: action({ labelMost: 40, labelRequired: true }),
    flex: v.flex,
    height: oneOf("sm", "md"),
    style: oneOf("primary", "secondary", "link"),
    color: v.colour,
    gravity: v.gravity,
    adjustMode: v.adjust,
    scaling: flag,
    ...placed,
  },
  ["type", "action"],
);

/** An image; as hero it may also be one. */
export const flexImage = object(
  {
    type: anything,
    url: pictureUrl,
    flex: v.flex,
    align: v.align,
    gravity: v.gravity,
    size: v.imageSize,
    aspectRatio: v.ratio,
    aspectMode: oneOf("cover", "fit"),
    backgroundColor: v.colour,
    action: tap,
    animated: flag,
    ...placed,
  },
  ["type", "url"],
);

const icon = object(
  { type: anything, url: pictureUrl, size: v.textSize, aspectRatio: v.ratio, scaling: flag, ...placed },
  ["type", "url"],
);
const separator = object({ type: anything, margin: v.margin, color: v.colour });
const filler = object({ type: anything, flex: v.flex });

const gradient = object(
  {
    type: oneOf("linearGradient"),
    angle: v.angle,
    startColor: v.colour,
    endColor: v.colour,
    centerColor: v.colour,
    centerPosition: v.percent,
  },
  ["type", "angle", "startColor", "endColor"],
);

const boxFields = object(
  {
    type: anything,
    layout: oneOf("horizontal", "vertical", "baseline"),
    contents: anything,
    flex: v.flex,
    spacing: v.margin,
    backgroundColor: v.colour,
    borderColor: v.colour,
    borderWidth: v.border,
    cornerRadius: v.corner,
    width: v.length,
    maxWidth: v.length,
    height: v.length,
    maxHeight: v.length,
    paddingAll: v.padding,
    paddingTop: v.padding,
    paddingBottom: v.padding,
    paddingStart: v.padding,
    paddingEnd: v.padding,
    action: tap,
    justifyContent: oneOf(
      "center",
      "flex-start",
      "flex-end",
      "space-between",
      "space-around",
      "space-evenly",
    ),
    alignItems: oneOf("center", "flex-start", "flex-end"),
    background: gradient,
    ...placed,
  },
  ["type", "layout", "contents"],
);

/** A box; icons stand only in baseline boxes, which in turn hold only icons, text and filler. */
export const flexBox: Check = (value, path, problems) => {
  boxFields(value, path, problems);
  if (!isObject(value)) return;
  const inner = value["layout"] === "baseline" ? baselineChild : child;
  if (value["contents"] !== undefined)
    list(inner, 0, 1000)(value["contents"], [...path, "contents"], problems);
};

const child: Check = (value, path, problems) =>
  oneOfTypes({ box: flexBox, button, filler, image: flexImage, separator, text: flexText })(
    value,
    path,
    problems,
  );
const baselineChild = oneOfTypes({ filler, icon, text: flexText });
