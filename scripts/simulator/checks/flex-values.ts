import { form, oneOf, whole } from "./values.ts";

const steps = "none|xs|sm|md|lg|xl|xxl";
const px = "\\d+(\\.\\d+)?px";
const percent = "\\d+(\\.\\d+)?%";

/** The value forms Flex properties share, named after the property that takes them. */
export const flexValue = {
  colour: form(/^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/, "invalid color"),
  margin: form(new RegExp(`^(${steps}|${px})$`)),
  padding: form(new RegExp(`^(${steps}|${px}|${percent})$`)),
  offset: form(new RegExp(`^-?(${steps}|${px}|${percent})$`)),
  corner: form(new RegExp(`^(${steps}|${px})$`)),
  border: form(new RegExp(`^(none|light|normal|medium|semi-bold|bold|${px})$`)),
  length: form(new RegExp(`^(${px}|${percent})$`)),
  textSize: form(new RegExp(`^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|${px})$`)),
  imageSize: form(new RegExp(`^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|full|${px}|${percent})$`)),
  ratio: form(/^\d{1,6}(\.\d+)?:\d{1,6}(\.\d+)?$/),
  angle: form(/^\d{1,3}(\.\d+)?deg$/),
  percent: form(new RegExp(`^${percent}$`)),
  pixels: form(new RegExp(`^${px}$`)),
  flex: whole(0),
  position: oneOf("relative", "absolute"),
  align: oneOf("start", "end", "center"),
  gravity: oneOf("top", "bottom", "center"),
  weight: oneOf("regular", "bold"),
  style: oneOf("normal", "italic"),
  decoration: oneOf("none", "underline", "line-through"),
  adjust: oneOf("shrink-to-fit"),
} as const;
