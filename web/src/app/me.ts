import { createContext, useContext } from "react";

import type { Person } from "../api/types";

interface Me {
  me: Person;
  leave: () => void; // said on signing out, so that the page is left too
}

export const MeContext = createContext<Me>({
  me: { name: "", display_name: "", role: "observer" },
  leave: () => undefined,
});

export const useMe = () => useContext(MeContext);

// Of somebody to whom an incident gives no role.
export const roleElsewhere = (me: Person): Person["role"] =>
  me.everywhere === false ? "observer" : me.role;

// What the roles may do, as openapi.yaml says; the server decides anyway.
export const mayAct = (me: Person) => me.role === "lead" || me.role === "responder";
export const mayOpen = (me: Person) => me.opens_incidents ?? mayAct(me);
export const managesPeople = (me: Person) => me.manages_people ?? me.role === "lead";
export const mayWrite = (me: Person) => me.role !== "observer";
export const mayDeclare = (me: Person) => mayAct(me) || me.role === "counsel";
