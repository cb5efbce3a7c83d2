import "./scalar.ts";
import "./actor.ts";
import "./affiliation.ts";
import "./alliance-status.ts";
import "./article-content.ts";
import "./membership.ts";
import "./office.ts";
import "./partnership.ts";
import "./statement.ts";
import "./query/actor.ts";
import "./query/alliance.ts";
import "./query/article.ts";
import "./query/dataset.ts";
import "./query/event.ts";
import "./query/node.ts";
import "./query/statement.ts";
import { builder } from "./builder.ts";

export const schema = builder.toSchema();
