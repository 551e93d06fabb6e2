// The cmdlets of our scripts, over a plain object.  Written from the cmdlets' documentation, not
// from our scripts; identities that do not exist are errors, as they are there.

export function cmdlets(tenant) {
  const one = (list, test, what) => {
    const found = list.find(test);
    if (!found) throw new Error(`no ${what}`);
    return found;
  };
  const user = (id) => one(tenant.users, (u) => u.Id === id || u.UserPrincipalName === id, `user ${id}`);
  const mailbox = (id) => one(tenant.mailboxes, (m) => m.Identity === id, `mailbox ${id}`);
  const rule = (box, id) =>
    one(tenant.rules, (r) => r.Mailbox === box && (r.RuleIdentity === id || r.Name === id), `rule ${id}`);
  const flow = (id) => one(tenant.flow, (r) => r.Guid === id, `flow rule ${id}`);
  const remove = (list, test, what) => {
    list.splice(list.indexOf(one(list, test, what)), 1);
  };
  const change_list = (list, change) =>
    [...list.filter((value) => value !== change.Remove), ...(change.Add ? [change.Add] : [])];
  const grant_id = (grant) => `${grant.ClientId}/${grant.PrincipalId}/${grant.ResourceId}`;

  return {
    "Test-SystemRule": (_, [name]) => name === "Junk E-Mail Rule",
    "Get-Date": () => "a date",

    "Get-MgUser": ({ UserId }) => user(UserId),
    "Update-MgUser": ({ UserId, AccountEnabled, PasswordProfile }) => {
      if (AccountEnabled !== undefined) user(UserId).AccountEnabled = AccountEnabled;
      if (PasswordProfile !== undefined) tenant.passwords_reset++;
    },
    "Read-Secret": () => "typed",
    "Revoke-MgUserSignInSession": ({ UserId }) => void (user(UserId), tenant.sessions_revoked++),

    "Get-MgUserAuthenticationMethod": ({ UserId }) => tenant.methods.filter((m) => m.User === user(UserId).UserPrincipalName),
    "Remove-Method": (_, [method, id]) =>
      remove(tenant.methods, (m) => m.Id === method.Id && m.User === user(id).UserPrincipalName, "method"),
    "New-MgUserAuthenticationPhoneMethod": ({ UserId, PhoneNumber }) =>
      void tenant.methods.push({ Id: `phone ${PhoneNumber}`, User: user(UserId).UserPrincipalName,
        AdditionalProperties: { phoneNumber: PhoneNumber } }),

    "Get-InboxRule": ({ Mailbox }) => tenant.rules.filter((r) => r.Mailbox === mailbox(Mailbox).Identity),
    "Disable-InboxRule": ({ Identity, Mailbox }) => void (rule(Mailbox, Identity).Enabled = false),
    "Enable-InboxRule": ({ Identity, Mailbox }) => void (rule(Mailbox, Identity).Enabled = true),

    "Get-Mailbox": ({ Identity }) => mailbox(Identity),
    "Set-Mailbox": ({ Identity, GrantSendOnBehalfTo, ...settings }) => {
      const box = mailbox(Identity);
      Object.assign(box, settings);
      if (GrantSendOnBehalfTo) box.GrantSendOnBehalfTo = change_list(box.GrantSendOnBehalfTo, GrantSendOnBehalfTo);
    },
    "Get-MailboxPermission": ({ Identity, User }) =>
      tenant.access.filter((p) => p.Identity === Identity && (!User || p.User === User)),
    "Remove-MailboxPermission": ({ Identity, User }) =>
      remove(tenant.access, (p) => p.Identity === Identity && p.User === User, "permission"),
    "Add-MailboxPermission": ({ Identity, User, AccessRights }) =>
      void tenant.access.push({ Identity: mailbox(Identity).Identity, User, AccessRights, IsInherited: false }),
    "Get-RecipientPermission": ({ Identity, Trustee }) =>
      tenant.sending.filter((p) => p.Identity === Identity && (!Trustee || p.Trustee === Trustee)),
    "Remove-RecipientPermission": ({ Identity, Trustee }) =>
      remove(tenant.sending, (p) => p.Identity === Identity && p.Trustee === Trustee, "permission"),
    "Add-RecipientPermission": ({ Identity, Trustee, AccessRights }) =>
      void tenant.sending.push({ Identity: mailbox(Identity).Identity, Trustee, AccessRights: [AccessRights] }),
    "Get-MailboxFolderPermission": ({ Identity, User }) =>
      tenant.folders.filter((p) => p.Identity === Identity && (!User || p.User === User)),
    "Remove-MailboxFolderPermission": ({ Identity, User }) =>
      remove(tenant.folders, (p) => p.Identity === Identity && p.User === User, "permission"),
    "Add-MailboxFolderPermission": ({ Identity, User, AccessRights }) =>
      void tenant.folders.push({ Identity, User, AccessRights }),
    "Set-MailboxFolderPermission": ({ Identity, User, AccessRights }) =>
      void (one(tenant.folders, (p) => p.Identity === Identity && p.User === User, "permission").AccessRights =
        [].concat(AccessRights)),

    "Get-TransportRule": () => tenant.flow,
    "Disable-TransportRule": ({ Identity }) => void (flow(Identity).State = "Disabled"),
    "Enable-TransportRule": ({ Identity }) => void (flow(Identity).State = "Enabled"),

    "Get-MgServicePrincipal": () => tenant.principals,
    "Update-MgServicePrincipal": ({ ServicePrincipalId, AccountEnabled }) =>
      void (one(tenant.principals, (p) => p.Id === ServicePrincipalId, "application").AccountEnabled = AccountEnabled),
    "Get-MgServicePrincipalOauth2PermissionGrant": ({ ServicePrincipalId }) =>
      tenant.grants.filter((g) => g.ClientId === ServicePrincipalId),
    "Get-MgOauth2PermissionGrant": ({ OAuth2PermissionGrantId }) =>
      one(tenant.grants, (g) => g.Id === OAuth2PermissionGrantId, "grant"),
    "Remove-MgOauth2PermissionGrant": ({ OAuth2PermissionGrantId }) =>
      remove(tenant.grants, (g) => g.Id === OAuth2PermissionGrantId, "grant"),
    "New-MgOauth2PermissionGrant": ({ BodyParameter: body }) => {
      const grant = { ClientId: body.clientId, ConsentType: body.consentType, PrincipalId: body.principalId,
        ResourceId: body.resourceId, Scope: body.scope };
      tenant.grants.push({ Id: grant_id(grant), ...grant });
    },
    "Get-MgUserOauth2PermissionGrant": () => [],
    "Get-MgUserRegisteredDevice": () => [],
    "Get-MgDevice": () => tenant.devices,
    "Update-MgDevice": ({ DeviceId, AccountEnabled }) =>
      void (one(tenant.devices, (d) => d.Id === DeviceId, "device").AccountEnabled = AccountEnabled),
    "Get-CASMailbox": ({ Identity }) => mailbox(Identity),
    "Set-CASMailbox": ({ Identity, ActiveSyncBlockedDeviceIDs: change }) => {
      const box = mailbox(Identity);
      box.ActiveSyncBlockedDeviceIDs = change_list(box.ActiveSyncBlockedDeviceIDs, change);
    },
    "Get-MgDirectoryRole": () => tenant.roles,
    "Remove-MgDirectoryRoleMemberByRef": ({ DirectoryRoleId, DirectoryObjectId }) =>
      remove(one(tenant.roles, (r) => r.Id === DirectoryRoleId, "role").members, (m) => m === DirectoryObjectId, "member"),
    "New-MgDirectoryRoleMemberByRef": ({ DirectoryRoleId, BodyParameter }) =>
      void one(tenant.roles, (r) => r.Id === DirectoryRoleId, "role").members.push(
        BodyParameter["@odata.id"].split("/").pop()),

    "Get-TenantAllowBlockListItems": ({ ListType, Entry }) =>
      tenant.blocked.filter((b) => b.ListType === ListType && (!Entry || b.Value === Entry)),
    "New-TenantAllowBlockListItems": ({ ListType, Entries }) =>
      void Entries.forEach((Value) => tenant.blocked.push({ ListType, Value })),
    "Remove-TenantAllowBlockListItems": ({ ListType, Entries }) =>
      Entries.forEach((value) => remove(tenant.blocked, (b) => b.ListType === ListType && b.Value === value, "entry")),
    "Get-HostedConnectionFilterPolicy": () => tenant.filter,
    "Set-HostedConnectionFilterPolicy": ({ IPBlockList }) =>
      void (tenant.filter.IPBlockList = change_list(tenant.filter.IPBlockList, IPBlockList)),

    "Get-AdminAuditLogConfig": () => tenant.audit,
    "Set-AdminAuditLogConfig": (settings) => void Object.assign(tenant.audit, settings),
    "Get-MailboxAuditBypassAssociation": ({ Identity }) => mailbox(Identity),
    "Set-MailboxAuditBypassAssociation": ({ Identity, ...settings }) => void Object.assign(mailbox(Identity), settings),
  };
}

// A tenant after an intrusion, as the scripts of powershell_scripts_test.cpp expect to find it.
export function taken_tenant() {
  const box = "compta@hopital.example";
  const other = "directeur@hopital.example";
  const settings = { GrantSendOnBehalfTo: [], ActiveSyncBlockedDeviceIDs: [], AuditEnabled: true,
    AuditLogAgeLimit: "180.00:00:00", AuditBypassEnabled: false, LitigationHoldEnabled: false,
    DeliverToMailboxAndForward: false, ForwardingAddress: null, ForwardingSmtpAddress: null };
  return {
    sessions_revoked: 0,
    passwords_reset: 0,
    users: [
      { Id: "u-1", UserPrincipalName: box, AccountEnabled: true },
      { Id: "u-2", UserPrincipalName: other, AccountEnabled: true },
    ],
    methods: [
      { Id: "phone +33 600000000", User: box, AdditionalProperties: { phoneNumber: "+33 600000000" } },
      { Id: "phone +33 611111111", User: box, AdditionalProperties: { phoneNumber: "+33 611111111" } },
    ],
    rules: [
      { Mailbox: box, RuleIdentity: "7277482390001123329", Name: "Règle d’absence ' $(x)", Enabled: true },
      { Mailbox: box, RuleIdentity: "7277482390001123330", Name: ".", Enabled: true },
      { Mailbox: box, RuleIdentity: "7277482390001123331", Name: "already off", Enabled: false },
      { Mailbox: box, RuleIdentity: "7277482390001123332", Name: "Newsletters", Enabled: true },
      { Mailbox: box, RuleIdentity: "1", Name: "Junk E-Mail Rule", Enabled: true },
    ],
    mailboxes: [
      { Identity: box, ...structuredClone(settings), ForwardingSmtpAddress: "smtp:archive@out.example",
        DeliverToMailboxAndForward: true, GrantSendOnBehalfTo: ["x@out.example", "assistante@hopital.example"] },
      { Identity: other, ...structuredClone(settings), ForwardingAddress: "boite-partagee" },
    ],
    access: [
      { Identity: box, User: "x@out.example", AccessRights: ["FullAccess"], IsInherited: false },
      { Identity: box, User: "assistante@hopital.example", AccessRights: ["ReadPermission"], IsInherited: false },
    ],
    sending: [{ Identity: box, Trustee: "x@out.example", AccessRights: ["SendAs"] }],
    folders: [
      { Identity: `${box}:\\Inbox`, User: "Default", AccessRights: ["Reviewer"] },
      { Identity: `${box}:\\Inbox`, User: "x@out.example", AccessRights: ["Owner"] },
    ],
    flow: [
      { Guid: "637a72b7-0000-4abc-8def-000000000001", Name: "Journalisation “conformité”", State: "Enabled" },
      { Guid: "637a72b7-0000-4abc-8def-000000000002", Name: "Signature", State: "Enabled" },
    ],
    principals: [
      { Id: "sp-1", AppId: "637a72b7-0000-4abc-8def-00000000000a", DisplayName: "rnicrosoft", AccountEnabled: true,
        AppOwnerOrganizationId: "637a72b7-0000-4abc-8def-0000000000ff" },
      { Id: "sp-2", AppId: "637a72b7-0000-4abc-8def-00000000000b", DisplayName: "Office", AccountEnabled: true,
        AppOwnerOrganizationId: "f8cdef31-a31e-4b4a-93e4-5f571e91255a" },
    ],
    grants: [{ Id: "sp-1/u-1/r-1", ClientId: "sp-1", ConsentType: "Principal", PrincipalId: "u-1",
      ResourceId: "r-1", Scope: "Mail.Read offline_access" }],
    devices: [{ Id: "d-1", DeviceId: "637a72b7-0000-4abc-8def-0000000000d1", DisplayName: "PC", AccountEnabled: true }],
    roles: [{ Id: "role-1", DisplayName: "Exchange Administrator", members: ["u-2", "u-1"] }],
    blocked: [{ ListType: "Sender", Value: "old@out.example" }],
    filter: { IPBlockList: ["198.51.100.1"] },
    audit: { UnifiedAuditLogIngestionEnabled: true },
  };
}
