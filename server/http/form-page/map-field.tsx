import { textAt } from "../../forms/typed-value.ts";
import { Button } from "../page/button.tsx";
import { Told } from "../page/told.tsx";
import { toldOf, type InputProps } from "./field-told.ts";

/**
 * A place: an address or landmark in words is always enough, and latitude and longitude can be typed. A script folds the
 * coordinates away and adds the map, loaded when it is asked for, and the phone's own position.
 */
export function MapField(props: InputProps) {
  const { view, path } = props;
  const { name, label, hint, error } = toldOf(props);
  const words = view.page.words.forms.map;
  return (
    <fieldset
      class={`field${error ? " refused" : ""}`}
      data-map={path}
      data-refused={words.refused}
      data-finding={words.finding}
      data-found={words.found}
      data-failed={words.failed}
      data-label={words.label}
      {...(view.tiles === null ? {} : { "data-tiles": view.tiles, "data-sheet": view.page.asset("map.css") })}
    >
      <legend class="label" id={name} tabindex={-1}>
        {label}
      </legend>
      <Told {...{ name, hint, error }} />
      <div class="map-ways" hidden data-scripted>
        <Button kind="secondary" type="button" name="here">
          {words.here}
        </Button>
        {view.tiles === null ? null : (
          <Button kind="secondary" type="button" name="map">
            {words.open}
          </Button>
        )}
      </div>
      <p class="hint" role="status" data-map-state></p>
      <div class="map" hidden data-hint={words.hint}></div>
      <div class="map-line">
        <label class="part" for={`${path}.line`}>
          {words.line}
        </label>
        <p class="hint" id={`${name}-line-hint`}>
          {words.lineHint}
        </p>
        <input
          class="input"
          id={`${path}.line`}
          name={`${path}.line`}
          value={textAt(view.answers, `${path}.line`)}
          maxlength={200}
          aria-describedby={`${name}-line-hint`}
        />
      </div>
      <details open class="map-typed">
        <summary>{words.typed}</summary>
        <div class="pair">
          {(["latitude", "longitude"] as const).map((part) => (
            <div>
              <label class="part" for={`${path}.${part}`}>
                {words[part]}
              </label>
              <input
                class="input figures"
                id={`${path}.${part}`}
                name={`${path}.${part}`}
                value={textAt(view.answers, `${path}.${part}`)}
                inputmode="decimal"
                maxlength={60}
                autocomplete="off"
              />
            </div>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
