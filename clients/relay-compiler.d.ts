declare module "relay-compiler" {
  /** The file of the compiler; null where it has none for the machine. */
  const compiler: string | null;
  export default compiler;
}
