import { action } from "./action.ts";
import { isObject, list, object, oneOfTypes, type Check } from "./check.ts";
import { flexValue } from "./flex-values.ts";
import { anything, label, oneOf, pictureUrl } from "./values.ts";

const button = action({ labelMost: 20, labelRequired: true });
const tap = action({ labelMost: 20, labelRequired: false });
const look = {
  imageAspectRatio: oneOf("rectangle", "square"),
  imageSize: oneOf("cover", "contain"),
};

/** Text under a picture or a title is shorter than text alone. */
function shortened(alone: number, beside: number, picture: string): Check {
  return (value, path, problems) => {
    if (!isObject(value)) return;
    const most = value[picture] !== undefined || value["title"] !== undefined ? beside : alone;
    if (value["text"] !== undefined) label(most)(value["text"], [...path, "text"], problems);
  };
}

const buttons: Check = (value, path, problems) => {
  object(
    {
      type: anything,
      thumbnailImageUrl: pictureUrl,
      imageBackgroundColor: flexValue.colour,
      title: label(40),
      text: anything,
      defaultAction: tap,
      actions: list(button, 1, 4),
      ...look,
    },
    ["text", "actions"],
  )(value, path, problems);
  shortened(160, 60, "thumbnailImageUrl")(value, path, problems);
};

const confirm = object({ type: anything, text: label(240), actions: list(button, 2, 2) }, [
  "text",
  "actions",
]);

const column: Check = (value, path, problems) => {
  object(
    {
      thumbnailImageUrl: pictureUrl,
      imageBackgroundColor: flexValue.colour,
      title: label(40),
      text: anything,
      defaultAction: tap,
      actions: list(button, 1, 3),
    },
    ["text", "actions"],
  )(value, path, problems);
  shortened(120, 60, "thumbnailImageUrl")(value, path, problems);
};

const carousel = object({ type: anything, columns: list(column, 1, 10), ...look }, ["columns"]);

const imageColumn = object(
  { imageUrl: pictureUrl, action: action({ labelMost: 12, labelRequired: false }) },
  ["imageUrl", "action"],
);
const imageCarousel = object({ type: anything, columns: list(imageColumn, 1, 10) }, ["columns"]);

/** A template message's template. */
export const template: Check = oneOfTypes({ buttons, confirm, carousel, image_carousel: imageCarousel });
