// My second factors. Each write takes my password.
import { useQuery } from "@tanstack/react-query";

import { answered, api, guard } from "./client";
import { createPasskey } from "./passkeys";

const header = guard;

export const useFactors = () =>
  useQuery({ queryKey: ["factors"], queryFn: () => answered(api.GET("/session/factors")) });

export const factors = {
  beginApp: (password: string) =>
    answered(api.POST("/session/totp", { params: { header }, body: { password } })),
  confirmApp: (code: string) =>
    answered(api.POST("/session/totp/confirmation", { params: { header }, body: { code } })),
  removeApp: (password: string) =>
    answered(api.POST("/session/totp/removal", { params: { header }, body: { password } })),
  // Nothing when the person, or the key, said no.
  addPasskey: async ({ name, password }: { name: string; password: string }) => {
    const begun = await answered(
      api.POST("/session/passkeys", { params: { header }, body: { password } }),
    );
    const made = await createPasskey(begun);
    if (!made) return null;
    return answered(
      api.POST("/session/passkeys/confirmation", { params: { header }, body: { name, ...made } }),
    );
  },
  removePasskey: (passkey: string) => (password: string) =>
    answered(
      api.POST("/session/passkeys/{passkey}/removal", {
        params: { path: { passkey }, header },
        body: { password },
      }),
    ),
  renewCodes: (password: string) =>
    answered(api.POST("/session/recovery-codes", { params: { header }, body: { password } })),
};
