// Everything Husrum uses in Azure, for one organisation and one environment. Start it with `azd up`; see README.md.
targetScope = 'subscription'

@minLength(1)
@maxLength(24)
@description('Name of the environment, such as prod or test. All names are made from it.')
param environmentName string

@description('Where everything lies.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Who gets alerts and the word that the budget is nearly used up, and is the first to be let in as operator.')
param operatorsEmail string

@description('The address people see, such as https://udlaeg.eksempel.example; empty for the one Azure gives.')
param publicUrl string = ''

@description('The mail domain messages come from; empty for one that Azure makes, which is good for trying things out.')
param mailDomain string = ''

@description('The Entra application that staff sign in by; empty where they sign in by a link in their mail.')
param staffClientId string = ''

@description('Where staff sign in by the Entra application: a link to their mailbox signs in as well, for staff without an account.')
param staffLinks bool = false

@description('Who deploys; azd knows it. They may read the secret of the delivery reports, so that deploying again draws no new one.')
param principalId string = ''

@secure()
@description('What Event Grid shows when it brings delivery reports. azd draws it once and keeps it in the vault.')
param reportsSecret string

@description('Delivery reports signed by Entra: the application they are signed for. Empty for the secret alone.')
param reportsAudience string = ''

@description('The name of a secret in the vault that holds the links\' key, 32 random bytes in base 64. Empty: the program makes one and keeps it in its storage account.')
param linkKeySecret string = ''

@description('Storage and vault are reached through a network of their own and not from the internet.')
param privateNetwork bool = false

@description('Hosts that are kept warm. 0: the first visitor after a quiet time waits some seconds.')
param alwaysReady int = 0

@description('The most hosts at once.')
param mostInstances int = 40

@description('Days the history of a run that has ended is kept.')
param endedRunsDays int = 90

@description('What a month may cost, in the subscription\'s currency. Nothing is switched off: somebody is told.')
param monthlyBudget int = 50

@description('First day of the month the budget begins in. Set once: Azure does not let it be changed.')
param budgetStart string = utcNow('yyyy-MM-01')

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, application: 'husrum' }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-husrum-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-husrum-${token}', location: location, tags: tags }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: 'vnet-husrum-${token}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: 'husrum-${token}'
    location: location
    tags: tags
    operatorsEmail: operatorsEmail
    principalId: identity.outputs.principalId
  }
}

// what the Functions host keeps for itself: the package, leases, the task hub's history
module hostStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    roles: ['blobOwner', 'queueContributor', 'tableContributor']
    services: ['blob', 'queue', 'table']
    containers: ['app-package']
    privateSubnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    zones: privateNetwork ? network!.outputs.zones : {}
  }
}

// the register, the documents, the keys: what there is no other copy of
module dataStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stdata${token}'
    location: location
    tags: tags
    sku: 'Standard_ZRS'
    principalId: identity.outputs.principalId
    roles: ['blobContributor', 'tableContributor']
    services: ['blob', 'table']
    tables: ['husrum']
    containers: ['husrum-documents', 'husrum-keys', 'husrum-settings']
    softDeleteDays: 14
    locked: true
    privateSubnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    zones: privateNetwork ? network!.outputs.zones : {}
  }
}

module vault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: 'kv-husrum-${take(token, 11)}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    deployerId: principalId
    reportsSecret: reportsSecret
    privateSubnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    zones: privateNetwork ? network!.outputs.zones : {}
  }
}

module communication 'modules/communication.bicep' = {
  scope: group
  params: { name: 'husrum-${token}', tags: tags, mailDomain: mailDomain, principalId: identity.outputs.principalId }
}

module app 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: 'func-husrum-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: hostStorage.outputs.name
    dataStorageName: dataStorage.outputs.name
    insightsConnection: monitoring.outputs.connection
    communicationEndpoint: communication.outputs.endpoint
    reportsSecretUri: vault.outputs.reportsSecretUri
    reportsAudience: reportsAudience
    linkKeyUri: empty(linkKeySecret) ? '' : '${vault.outputs.uri}secrets/${linkKeySecret}'
    publicUrl: publicUrl
    firstOperator: operatorsEmail
    staffClientId: staffClientId
    staffLinks: staffLinks
    endedRunsDays: endedRunsDays
    alwaysReady: alwaysReady
    mostInstances: mostInstances
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: 'husrum-${environmentName}'
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    operatorsId: monitoring.outputs.operatorsId
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: { name: 'husrum-${environmentName}', amount: monthlyBudget, start: budgetStart, operatorsEmail: operatorsEmail }
}

output AZURE_RESOURCE_GROUP string = group.name
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output PUBLIC_ADDRESS string = app.outputs.address
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output FUNCTION_APP_NAME string = app.outputs.name
output FUNCTION_APP_HOST string = app.outputs.host
output EVENT_TOPIC_NAME string = communication.outputs.topicName
output COMMUNICATION_SERVICE_NAME string = communication.outputs.name
output MAIL_SENDER_DOMAIN string = communication.outputs.senderDomain
