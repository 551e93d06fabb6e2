import { Suspense } from "react";
import { Route, Switch } from "wouter";

import { Loading } from "../parts/Loading";
import { HomeScreen } from "../screens/home/HomeScreen";
import { OpenScreen } from "../screens/open/OpenScreen";
import { IncidentRoutes } from "./IncidentRoutes";
import { later } from "./later";
import { NotFound } from "./NotFound";
import { PlainPage } from "./PlainPage";

const AccessesScreen = later(() => import("../screens/accesses/AccessesScreen"), "AccessesScreen");
const AccountScreen = later(() => import("../screens/account/AccountScreen"), "AccountScreen");
const PeopleScreen = later(() => import("../screens/people/PeopleScreen"), "PeopleScreen");

export const Routes = () => (
  <Switch>
    <Route path="/">
      <PlainPage>
        <HomeScreen />
      </PlainPage>
    </Route>
    <Route path="/open/:sheet">
      {({ sheet }) => (
        <PlainPage>
          <OpenScreen sheet={decodeURIComponent(sheet)} />
        </PlainPage>
      )}
    </Route>
    <Route path="/people">
      <PlainPage>
        <Suspense fallback={<Loading />}>
          <PeopleScreen />
        </Suspense>
      </PlainPage>
    </Route>
    <Route path="/accesses">
      <PlainPage>
        <Suspense fallback={<Loading />}>
          <AccessesScreen />
        </Suspense>
      </PlainPage>
    </Route>
    <Route path="/account">
      <PlainPage>
        <Suspense fallback={<Loading />}>
          <AccountScreen />
        </Suspense>
      </PlainPage>
    </Route>
    <Route path="/incident/:incident/*?">
      {({ incident }) => <IncidentRoutes incident={decodeURIComponent(incident)} />}
    </Route>
    <Route>
      <PlainPage>
        <NotFound />
      </PlainPage>
    </Route>
  </Switch>
);
