declare module "edtf" {
  /** The times, in milliseconds since 1970 UTC, between which an EDTF text lies. */
  export default function edtf(text: string): { min: number; max: number };
}
