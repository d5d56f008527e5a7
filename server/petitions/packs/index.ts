import type { ServicePack } from "../service-pack.ts";
import { buildingPermitPack } from "./building-permit.ts";
import { childGrantPack } from "./child-grant.ts";
import { foodShopPack } from "./food-shop.ts";
import { healthHazardPack } from "./health-hazard.ts";
import { informationRequestPack } from "./information-request.ts";
import { nuisancePack } from "./nuisance.ts";
import { roadPack } from "./road.ts";
import { soundPermitPack } from "./sound-permit.ts";
import { streetLightPack } from "./street-light.ts";
import { streetVendorPack } from "./street-vendor.ts";
import { villageWaterPack } from "./village-water.ts";
import { waterSupplyPack } from "./water-supply.ts";

/** The twelve services that come with the product, in the order of their categories. */
export const servicePacks: readonly ServicePack[] = [
  streetLightPack,
  villageWaterPack,
  roadPack,
  nuisancePack,
  buildingPermitPack,
  waterSupplyPack,
  foodShopPack,
  healthHazardPack,
  streetVendorPack,
  childGrantPack,
  soundPermitPack,
  informationRequestPack,
];
