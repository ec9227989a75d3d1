// E-mail and SMS. Data stay in Europe. SMS sender names are switched on by hand (README.md): there is no resource for them.
param name string
param tags object
param mailDomain string
param principalId string

var owner = '09976791-48a7-449e-bb21-39d1a415f350'
var isOwnDomain = !empty(mailDomain)

resource mail 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: 'mail-${name}'
  location: 'global'
  tags: tags
  properties: { dataLocation: 'Europe' }

  resource domain 'domains' = {
    name: isOwnDomain ? mailDomain : 'AzureManagedDomain'
    location: 'global'
    tags: tags
    properties: {
      domainManagement: isOwnDomain ? 'CustomerManaged' : 'AzureManaged'
      // nobody is followed by a picture in a message
      userEngagementTracking: 'Disabled'
    }
  }
}

resource service 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: 'acs-${name}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: 'Europe'
    linkedDomains: [mail::domain.id]
    disableLocalAuth: true
  }
}

// the narrowest built-in role that sends
resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, principalId, owner)
  scope: service
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', owner)
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${name}'
  location: 'global'
  tags: tags
  properties: { source: service.id, topicType: 'Microsoft.Communication.CommunicationServices' }
}

output name string = service.name
output endpoint string = 'https://${service.properties.hostName}'
output senderDomain string = mail::domain.properties.fromSenderDomain
output topicName string = topic.name
