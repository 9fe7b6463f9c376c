import type { Journey, Way } from './way.ts'
import type { Family } from './type_parts.ts'
import { addressToAddress, cast, enumToEnum, jsonToJson, plain } from './others.ts'
import { exactToFloat, floatToExact, floatToFloat, floatToWhole, wholeToFloat } from './floats.ts'
import {
  addressToText,
  bytesToText,
  momentToText,
  spelledOut,
  textToBytes,
  textToText,
} from './texts.ts'
import {
  booleanToNumber,
  exactToExact,
  exactToWhole,
  numberToBoolean,
  wholeToExact,
  wholeToWhole,
} from './numbers.ts'
import {
  dayToMoment,
  dayToWall,
  momentToDay,
  momentToWall,
  samePrecision,
  wallToDay,
  wallToMoment,
} from './moments.ts'
import {
  textToAddress,
  textToBoolean,
  textToDay,
  textToEnum,
  textToExact,
  textToFloat,
  textToInterval,
  textToJson,
  textToMoment,
  textToTime,
  textToUuid,
  textToWall,
  textToWhole,
} from './from_text.ts'

/**
 * How values of one family become values of another. What is not here cannot be said in the other
 * type at all.
 */
export const ways: Record<Family, Partial<Record<Family, (journey: Journey) => Way>>> = {
  text: {
    text: textToText,
    whole: textToWhole,
    exact: textToExact,
    float: textToFloat,
    boolean: textToBoolean,
    day: textToDay,
    wall: textToWall,
    moment: textToMoment,
    time: textToTime,
    interval: textToInterval,
    json: textToJson,
    uuid: textToUuid,
    bytes: textToBytes,
    address: textToAddress,
    enum: textToEnum,
    other: cast,
  },
  whole: {
    text: spelledOut,
    whole: wholeToWhole,
    exact: wholeToExact,
    float: wholeToFloat,
    boolean: numberToBoolean,
  },
  exact: {
    text: spelledOut,
    whole: exactToWhole,
    exact: exactToExact,
    float: exactToFloat,
    boolean: numberToBoolean,
  },
  float: {
    text: spelledOut,
    whole: floatToWhole,
    exact: floatToExact,
    float: floatToFloat,
    boolean: numberToBoolean,
  },
  boolean: {
    text: spelledOut,
    whole: booleanToNumber,
    exact: booleanToNumber,
    float: booleanToNumber,
    boolean: plain,
  },
  day: { text: spelledOut, day: plain, wall: dayToWall, moment: dayToMoment },
  wall: { text: spelledOut, day: wallToDay, wall: samePrecision, moment: wallToMoment },
  moment: { text: momentToText, day: momentToDay, wall: momentToWall, moment: samePrecision },
  time: { text: spelledOut, time: samePrecision },
  interval: { text: spelledOut, interval: plain },
  json: { text: spelledOut, json: jsonToJson },
  uuid: { text: spelledOut, uuid: plain },
  bytes: { text: bytesToText, bytes: plain },
  address: { text: addressToText, address: addressToAddress },
  enum: { text: spelledOut, enum: enumToEnum },
  other: { text: spelledOut, other: cast },
}
