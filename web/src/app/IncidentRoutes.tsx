import { Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";

import { useIncident, useParticipants } from "../api/queries";
import { Loading } from "../parts/Loading";
import { SavedProvider } from "../parts/saved";
import { Trouble } from "../parts/Trouble";
import { ActScreen } from "../screens/act/ActScreen";
import { later } from "./later";
import { Frame } from "./Frame";
import { IncidentContext } from "./incident";
import { MeContext, roleElsewhere, useMe } from "./me";
import { NotFound } from "./NotFound";

// Act comes with the first load; the others once it is there.
const ClocksScreen = later(() => import("../screens/clocks/ClocksScreen"), "ClocksScreen");
const ContactsScreen = later(() => import("../screens/contacts/ContactsScreen"), "ContactsScreen");
const EvidenceScreen = later(() => import("../screens/evidence/EvidenceScreen"), "EvidenceScreen");
const FindingsScreen = later(() => import("../screens/findings/FindingsScreen"), "FindingsScreen");
const HandoverScreen = later(() => import("../screens/handover/HandoverScreen"), "HandoverScreen");
const LogScreen = later(() => import("../screens/log/LogScreen"), "LogScreen");
const PicturesScreen = later(() => import("../screens/pictures/PicturesScreen"), "PicturesScreen");
const PrintScreen = later(() => import("../screens/print/PrintScreen"), "PrintScreen");
const QualifyScreen = later(() => import("../screens/qualify/QualifyScreen"), "QualifyScreen");
const StatusScreen = later(() => import("../screens/status/StatusScreen"), "StatusScreen");

const WebhooksScreen = later(() => import("../screens/webhooks/WebhooksScreen"), "WebhooksScreen");

const at = "/incident/:incident";

// The screens of an incident, for somebody in the role that they have there.
export function IncidentRoutes({ incident }: { incident: string }) {
  const itself = useIncident(incident);
  const people = useParticipants(incident);
  const account = useMe();
  // The role here decides, not that of the account: it may hold nowhere by itself.
  const mine = people.data?.find(({ me }) => me)?.role ?? roleElsewhere(account.me);
  if (itself.isPending || people.isPending) return <Loading />;
  if (!itself.data) return <Trouble why={itself.error} again={() => void itself.refetch()} />;
  return (
    <MeContext value={{ ...account, me: { ...account.me, role: mine } }}>
      <IncidentContext value={itself.data}>
        <SavedProvider>
          <Frame>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path={at}>
                  <Redirect to={`/incident/${incident}/act`} replace />
                </Route>
                <Route path={`${at}/act`} component={ActScreen} />
                <Route path={`${at}/qualify`} component={QualifyScreen} />
                <Route path={`${at}/log`} component={LogScreen} />
                <Route path={`${at}/clocks`} component={ClocksScreen} />
                <Route path={`${at}/contacts`} component={ContactsScreen} />
                <Route path={`${at}/handover`} component={HandoverScreen} />
                <Route path={`${at}/findings`} component={FindingsScreen} />
                <Route path={`${at}/evidence`} component={EvidenceScreen} />
                <Route path={`${at}/pictures`} component={PicturesScreen} />
                <Route path={`${at}/print`} component={PrintScreen} />
                <Route path={`${at}/status`} component={StatusScreen} />
                <Route path={`${at}/webhooks`} component={WebhooksScreen} />
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </Frame>
        </SavedProvider>
      </IncidentContext>
    </MeContext>
  );
}
