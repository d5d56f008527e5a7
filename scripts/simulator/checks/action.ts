import { isObject, object, oneOfTypes, type Check } from "./check.ts";
import { actionUri, form, label, oneOf, text } from "./values.ts";

/** Where an action stands decides how long its label may be, whether it must have one, and what may stand there. */
export interface ActionPlace {
  readonly labelMost: number;
  readonly labelRequired: boolean;
  readonly quickReply?: boolean;
  readonly richMenu?: boolean;
}

const dateForm = form(/^(\d{4}-\d\d-\d\d([Tt]\d\d:\d\d)?|\d\d:\d\d)$/);
const inputOption = oneOf("openRichMenu", "closeRichMenu", "openKeyboard", "openVoice");

/** Checks an action object as LINE does for this place. */
export function action(place: ActionPlace): Check {
  const labelled = { type: form(/./), label: label(place.labelMost) };
  const need = place.labelRequired ? ["label"] : [];
  const everywhere: Record<string, Check> = {
    message: object({ ...labelled, text: label(300) }, [...need, "text"]),
    postback: object(
      {
        ...labelled,
        data: text(300),
        displayText: label(300),
        text: label(300),
        inputOption,
        fillInText: text(300),
      },
      [...need, "data"],
    ),
    uri: object({ ...labelled, uri: actionUri, altUri: object({ desktop: actionUri }) }, [...need, "uri"]),
    datetimepicker: object(
      {
        ...labelled,
        data: text(300),
        mode: oneOf("date", "time", "datetime"),
        initial: dateForm,
        max: dateForm,
        min: dateForm,
      },
      [...need, "data", "mode"],
    ),
    clipboard: object({ ...labelled, clipboardText: text(1000) }, [...need, "clipboardText"]),
  };
  const own = place.quickReply ? quickReplyOnly(labelled) : place.richMenu ? richMenuOnly(labelled) : {};
  return withPostbackRule(oneOfTypes({ ...everywhere, ...own }));
}

function quickReplyOnly(labelled: Record<string, Check>): Record<string, Check> {
  const plain = object(labelled, ["label"]);
  return { camera: plain, cameraRoll: plain, location: plain };
}

function richMenuOnly(labelled: Record<string, Check>): Record<string, Check> {
  const switching = { ...labelled, data: text(300), richMenuAliasId: form(/^[a-z0-9_-]{1,32}$/) };
  return { richmenuswitch: object(switching, ["data", "richMenuAliasId"]) };
}

/** LINE refuses `displayText` and the old `text` together, and `fillInText` without an open keyboard. */
function withPostbackRule(check: Check): Check {
  return (value, path, problems) => {
    check(value, path, problems);
    if (!isObject(value) || value["type"] !== "postback") return;
    if (value["displayText"] !== undefined && value["text"] !== undefined) {
      problems.push({ message: "cannot be specified together with displayText", path: [...path, "text"] });
    }
    if (value["fillInText"] !== undefined && value["inputOption"] !== "openKeyboard") {
      problems.push({ message: "requires inputOption openKeyboard", path: [...path, "fillInText"] });
    }
  };
}
