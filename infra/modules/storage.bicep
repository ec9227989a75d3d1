// A storage account that only identities open. No key, no public container.
param name string
param location string
param tags object
param sku string = 'Standard_LRS'
param principalId string

@description('What the identity may: names of the table below.')
param roles string[]

@description('Which of blob, queue and table are used.')
param services string[]
param containers string[] = []
param tables string[] = []

@description('Days a deleted or overwritten blob can be brought back: the net under our own deletion job. Erasure is complete when they are over.')
param softDeleteDays int = 7

@description('It cannot be deleted by mistake.')
param locked bool = false
param privateSubnetId string = ''

@description('Private DNS zones by service; empty without a private network.')
param zones object = {}

var isPrivate = !empty(privateSubnetId)
var roleIds = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: take(name, 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: isPrivate ? 'Deny' : 'Allow' }
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    }

    resource container 'containers' = [for container in containers: {
      name: container
      properties: { publicAccess: 'None' }
    }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: {
      name: table
    }]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(account.id, principalId, role)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
  }
}]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Register, documents and keys: there is no other copy.' }
}

module endpoints 'private-endpoint.bicep' = [for service in services: if (isPrivate) {
  name: 'endpoint-${service}-${take(name, 24)}'
  params: {
    name: 'pe-${account.name}-${service}'
    location: location
    tags: tags
    subnetId: privateSubnetId
    targetId: account.id
    service: service
    zoneId: isPrivate ? zones[service] : ''
  }
}]

output name string = account.name
output id string = account.id
