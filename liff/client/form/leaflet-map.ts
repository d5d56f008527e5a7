import { divIcon, map as makeMap, marker, tileLayer } from "leaflet";

interface Drawing {
  readonly tiles: string;
  readonly label: string;
  readonly at: readonly [number, number];
  /** True: there is a pin at `at` already. */
  readonly isSet: boolean;
  placed(latitude: number, longitude: number): void;
  /** A piece of the map did not come. */
  failed(): void;
}

const [farZoom, nearZoom, nearestZoom] = [12, 17, 18];

/** A map with one pin, set by a tap and moved by dragging. */
export function drawMap(box: HTMLElement, { tiles, label, at, isSet, placed, failed }: Drawing) {
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", label);
  const map = makeMap(box, { attributionControl: false }).setView([...at], isSet ? nearZoom : farZoom);
  tileLayer(tiles, { maxZoom: nearestZoom }).once("tileerror", failed).addTo(map);
  const icon = divIcon({ className: "map-pin", iconSize: [32, 40], iconAnchor: [16, 40] });
  const pin = marker([...at], { icon, draggable: true, keyboard: true, alt: label });
  if (isSet) pin.addTo(map);
  map.on("click", ({ latlng }) => placed(latlng.lat, latlng.lng));
  pin.on("dragend", () => placed(pin.getLatLng().lat, pin.getLatLng().lng));
  return {
    show: (latitude: number, longitude: number) => {
      pin.setLatLng([latitude, longitude]).addTo(map);
      if (!map.getBounds().contains([latitude, longitude])) map.setView([latitude, longitude], nearZoom);
    },
  };
}
