import { chainAddress } from "./address.ts";

for (const fieldset of document.querySelectorAll<HTMLElement>("[data-address]")) chainAddress(fieldset);
