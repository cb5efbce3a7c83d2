/** A question that the database cannot hold in one statement. */
export class TooLarge extends Error {
  constructor() {
    super("This asks for too much beneath one field at once: ask for fewer levels, or with fewer filters");
  }
}
