declare module "virtual:question-texts" {
  /** Texts of .graphql and .variables.json files, by path. */
  const texts: Record<string, string>;
  export default texts;
}
