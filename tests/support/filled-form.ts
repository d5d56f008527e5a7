import type { Form } from "../../server/forms/form.ts";

const both = (th: string) => ({ th, en: null });
const field = (key: string, label: string, more: object) => ({
  key,
  label: both(label),
  help: null,
  showIf: null,
  ...more,
});
const text = { type: "text", required: true, minLength: 1, maxLength: 80 };

/** A form with one of nearly everything: a condition, a group, a place, files, an address. */
export const wholeForm = {
  format: 1,
  fields: [
    field("shop_part", "ร้าน", { type: "heading" }),
    field("name", "ชื่อร้าน", text),
    field("owned", "เป็นเจ้าของอาคารเอง", { type: "yes_no", required: true }),
    field("lease", "เลขที่สัญญาเช่า", { ...text, showIf: { op: "equals", field: "owned", value: false } }),
    field("opens", "วันที่เปิดร้าน", { type: "date", required: true, limit: "any" }),
    field("area", "พื้นที่ร้าน (ตารางเมตร)", { type: "number", required: true, decimals: 1, min: 1, max: 5000 }),
    field("kinds", "ประเภทอาหาร", {
      ...{ type: "choices", min: 1, max: 2 },
      options: [
        { value: "cooked", label: both("อาหารปรุงสำเร็จ") },
        { value: "drinks", label: both("เครื่องดื่ม") },
        { value: "fresh", label: both("ของสด") },
      ],
    }),
    field("at", "ที่อยู่ร้าน", { type: "address", required: true }),
    field("spot", "จุดบนแผนที่", { type: "map_point", required: true }),
    field("partners", "ผู้ร่วมกิจการ", {
      ...{ type: "group", min: 0, max: 3 },
      fields: [
        field("partner", "ชื่อผู้ร่วม", text),
        field("phone", "โทรศัพท์", { type: "phone", required: false }),
      ],
    }),
    field("papers", "เอกสารประกอบ", { type: "files", min: 1, max: 3, accepts: ["jpg", "png", "pdf"] }),
    field("front", "รูปหน้าร้าน", { type: "photo", min: 0, max: 2 }),
    field("truth", "ข้อความข้างต้นเป็นความจริง", { type: "declaration" }),
  ],
} as unknown as Form;
