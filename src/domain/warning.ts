/** Something that an answer is to be read with, though it is no error: `extensions.warnings` lists them. */
export interface Warning {
  message: string;
  code: string;
  /** The place in the answer; left out where it is about the request. */
  path?: readonly (string | number)[];
}
