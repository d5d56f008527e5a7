import { action } from "./action.ts";
import { isObject, list, object, oneOfTypes, type Check } from "./check.ts";
import { flexBox, flexImage } from "./flex-component.ts";
import { flexValue } from "./flex-values.ts";
import { anything, flag, oneOf, pictureUrl } from "./values.ts";

const bubbleBytes = 30_000;
const carouselBytes = 50_000;
const blocks = ["header", "hero", "body", "footer"] as const;

const blockStyle = object({
  backgroundColor: flexValue.colour,
  separator: flag,
  separatorColor: flexValue.colour,
});

const video = object(
  {
    type: anything,
    url: pictureUrl,
    previewUrl: pictureUrl,
    altContent: oneOfTypes({ box: flexBox, image: flexImage }),
    aspectRatio: flexValue.ratio,
    action: action({ labelMost: 20, labelRequired: true }),
  },
  ["type", "url", "previewUrl", "altContent"],
);

const bubbleFields = object({
  type: anything,
  size: oneOf("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"),
  direction: oneOf("ltr", "rtl"),
  header: flexBox,
  hero: oneOfTypes({ box: flexBox, image: flexImage, video }),
  body: flexBox,
  footer: flexBox,
  styles: object({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle }),
  action: action({ labelMost: 40, labelRequired: false }),
});

const bubble: Check = (value, path, problems) => {
  bubbleFields(value, path, problems);
  if (!isObject(value)) return;
  if (!blocks.some((name) => value[name] !== undefined)) {
    problems.push({ message: "at least one block must be specified", path });
  }
  if (bytesOf(value) > bubbleBytes) problems.push({ message: "too large: a bubble is at most 30 KB", path });
};

const carousel: Check = (value, path, problems) => {
  object({ type: anything, contents: list(oneOfTypes({ bubble }), 1, 12) }, ["contents"])(
    value,
    path,
    problems,
  );
  if (bytesOf(value) > carouselBytes)
    problems.push({ message: "too large: a carousel is at most 50 KB", path });
};

/** A Flex container: one bubble of at most 30 KB, or a carousel of at most 12 bubbles and 50 KB. */
export const flexContainer: Check = oneOfTypes({ bubble, carousel });

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
