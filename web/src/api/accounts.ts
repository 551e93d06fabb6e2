// What changes accounts, tokens and sessions. A browser's session alone may: a token never does.
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { answered, api, guard } from "./client";
import { all } from "./queries";
import type { Person, PersonBody, TokenBody } from "./types";

const header = guard;
const of = (person: string) => ({ path: { person }, header });

export const accounts = {
  change: (person: string) => (body: PersonBody) =>
    answered(api.POST("/people/{person}", { params: of(person), body })),
  resetPassword: (person: string) => (password: string) =>
    answered(api.POST("/people/{person}/password", { params: of(person), body: { password } })),
  endSessions: (person: string) => () =>
    answered(api.DELETE("/people/{person}/sessions", { params: of(person) })),
  resetFactors: (person: string) => () =>
    answered(api.DELETE("/people/{person}/factors", { params: of(person) })),
  demandFactors: (roles: Person["role"][]) =>
    answered(api.POST("/second-factor", { params: { header }, body: { roles } })),
  changePassword: (body: { old: string; password: string }) =>
    answered(api.POST("/session/password", { params: { header }, body })),
  endOtherSessions: () => answered(api.DELETE("/session/others", { params: { header } })),
  addToken: (body: TokenBody) => answered(api.POST("/tokens", { params: { header }, body })),
  revokeToken: (token: string) =>
    answered(api.DELETE("/tokens/{token}", { params: { path: { token }, header } })),
};

// Roles of which a second factor is demanded.
export const useDemandedFactors = () =>
  useQuery({
    queryKey: ["second-factor"],
    queryFn: () => answered(api.GET("/second-factor")),
    select: ({ roles }) => roles,
  });

export const useTokens = () =>
  useQuery({
    queryKey: ["tokens"],
    queryFn: () => answered(api.GET("/tokens", { params: { query: all } })),
    select: (list) => list.items,
  });

// The last ones first; exports only, or all.
export const useAccesses = (exports: boolean, count: number) =>
  useQuery({
    queryKey: ["accesses", exports, count],
    queryFn: () =>
      answered(
        api.GET("/accesses", {
          params: { query: { page: 1, per_page: count, ...(exports && { kind: "export" }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const useIncidentAccesses = (incident: string, enabled: boolean) =>
  useQuery({
    queryKey: ["accesses", incident],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/accesses", { params: { path: { incident }, query: all } }),
      ),
    enabled,
  });
