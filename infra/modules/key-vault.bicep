// What must be secret and cannot be an identity: the word Event Grid shows, and the links' key where the operators want it here.
param name string
param location string
param tags object
param principalId string

@description('Who deploys, and reads the secret when deploying again; empty: nobody but the program reads it.')
param deployerId string = ''

@secure()
param reportsSecret string
param privateSubnetId string = ''
param zones object = {}

var isPrivate = !empty(privateSubnetId)
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // the delivery reports' deployment reads its secret from here
    enabledForTemplateDeployment: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }

  resource reports 'secrets' = {
    name: 'reports-secret'
    properties: { value: reportsSecret, contentType: 'shown by Event Grid with delivery reports' }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource deployer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(vault.id, deployerId, secretsUser)
  scope: vault
  properties: {
    principalId: deployerId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

module endpoint 'private-endpoint.bicep' = if (isPrivate) {
  name: 'endpoint-${name}'
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    subnetId: privateSubnetId
    targetId: vault.id
    service: 'vault'
    zoneId: isPrivate ? zones.vault : ''
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
output reportsSecretUri string = vault::reports.properties.secretUri
