import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import { DateField } from "../../server/http/page/date-field.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { OtpField, PinField } from "../../server/http/page/secret-field.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import { say, type Scene } from "./scene.ts";

/** One question a screen, nothing wrong yet. */
export const question: Scene = {
  layout: (page) => ({ title: say(page, "หมายเลขบัตรประจำตัวประชาชน", "Citizen ID number"), back: "/home" }),
  body: (page) => (
    <form class="stack" method="post">
      <StepProgress page={page} step={2} of={9} />
      <Field
        name="citizenId"
        heading
        label={say(page, "หมายเลขบัตรประจำตัวประชาชน", "Citizen ID number")}
        hint={say(page, "ตัวเลข 13 หลักที่หน้าบัตร", "The 13 digits on the front of your card")}
        inputmode="numeric"
        maxlength={40}
        figures
      />
      <ButtonGroup>
        <Button>{say(page, "ถัดไป", "Next")}</Button>
      </ButtonGroup>
    </form>
  ),
};

/** Every kind of field refused at once, with the summary above. */
export const refused: Scene = {
  layout: (page) => ({
    title: say(page, "วันเดือนปีเกิด", "Date of birth"),
    back: "/question",
    wrong: true,
  }),
  body: (page) => {
    const length = say(page, "เลขบัตรมี 13 หลัก ตอนนี้มี 12 หลัก", "The number has 13 digits; there are 12 now");
    const future = say(page, "วันเกิดต้องไม่อยู่ในอนาคต", "The date of birth cannot be in the future");
    const common = say(page, "รหัสนี้เดาง่ายเกินไป กรุณาตั้งรหัสอื่น", "This PIN is too easy to guess");
    const choose = say(page, "กรุณาเลือกความสัมพันธ์", "Choose a relationship");
    return (
      <form class="stack" method="post">
        <ErrorSummary
          page={page}
          items={[
            { field: "citizenId", sentence: length },
            { field: "birthDay", sentence: future },
            { field: "pin", sentence: common },
            { field: "relation", sentence: choose },
          ]}
        />
        <StepProgress page={page} step={4} of={9} />
        <Field
          name="citizenId"
          heading
          label={say(page, "หมายเลขบัตรประจำตัวประชาชน", "Citizen ID number")}
          value="1-2345-67890-12"
          error={length}
          inputmode="numeric"
          figures
        />
        <DateField
          page={page}
          name="birth"
          label={say(page, "วันเดือนปีเกิด", "Date of birth")}
          hint={say(
            page,
            "ตามหน้าบัตร ถ้าไม่มีวันหรือเดือนให้เลือก “ไม่ทราบ”",
            "As on the card; leave what is missing at “Unknown”",
          )}
          error={future}
          value={{ day: "", month: "11", year: "2599" }}
        />
        <PinField
          page={page}
          name="pin"
          label={say(page, "กรอกรหัสผ่าน 6 หลัก", "6-digit PIN")}
          error={common}
        />
        <OtpField
          name="otp"
          label={say(page, "รหัส OTP 6 หลัก", "6-digit OTP")}
          hint={say(page, "รหัสอ้างอิง KWHM ส่งไปที่ 08x-xxx-5678", "Reference KWHM, sent to 08x-xxx-5678")}
        />
        <ChoiceGroup
          name="relation"
          type="radio"
          legend={say(page, "ความสัมพันธ์", "Relationship")}
          choices={[
            { value: "father", label: say(page, "บิดา", "Father") },
            {
              value: "carer",
              label: say(page, "ผู้ดูแล", "Carer"),
              hint: say(page, "ต้องให้เจ้าหน้าที่ตรวจเอกสารก่อน", "A clerk sees the papers first"),
            },
          ]}
          chosen={["carer"]}
          error={choose}
        />
        <ChoiceGroup
          name="services"
          type="checkbox"
          legend={say(page, "ใช้กับบริการ", "For these services")}
          choices={[
            { value: "opd", label: say(page, "ผู้ป่วยนอก", "Out-patient care") },
            {
              value: "vaccine",
              label: say(page, "ฉีดวัคซีนป้องกันไข้หวัดใหญ่ตามฤดูกาล", "Seasonal influenza vaccination"),
            },
          ]}
          chosen={["opd"]}
        />
        <ButtonGroup>
          <Button>{say(page, "ถัดไป", "Next")}</Button>
          <Button kind="secondary" icon="phone">
            {say(page, "ขอรับรหัส OTP ใหม่", "Send a new OTP")}
          </Button>
          <ButtonLink kind="quiet" href="/home">
            {say(page, "ทำต่อภายหลัง", "Continue later")}
          </ButtonLink>
        </ButtonGroup>
      </form>
    );
  },
};
