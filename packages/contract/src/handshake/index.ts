export { CONTRACT_HEADER, type Mark, readMark, Skew, writeMark } from "./mark.ts";
export {
  type Handshake,
  makeHandshake,
  type Meeting,
  type Transform,
  type Transforms,
} from "./table.ts";
