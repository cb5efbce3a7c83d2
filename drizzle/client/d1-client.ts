/** What queries need of D1: the database, or one session with it. */
export type D1Client = Pick<D1Database, "prepare" | "batch">;
