import { Actor } from "./actor.ts";
import { connectionType } from "../connection/connection-type.ts";

export const ActorConnection = connectionType("Actor", Actor, "the actors");
