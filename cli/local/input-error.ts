/** Why what was given cannot be used, in words of our own: they say all there is to say, whatever names they have in them. */
export class InputError extends Error {
  override readonly name: string = "InputError";
}
