// Who brings delivery reports, to where, and what they show at the door.
param topicName string
param functionAppHost string

@secure()
param reportsSecret string
param reportsAudience string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource reports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'delivery-reports'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        // in the query, because Event Grid's question whether the address wants reports must show it too, and its documents promise that of the query alone; it shows the query to nobody
        endpointUrl: 'https://${functionAppHost}/api/delivery-reports?secret=${uriComponent(reportsSecret)}'
        minimumTlsVersionAllowed: '1.2'
        azureActiveDirectoryTenantId: empty(reportsAudience) ? null : tenant().tenantId
        azureActiveDirectoryApplicationIdOrUri: empty(reportsAudience) ? null : reportsAudience
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.Communication.SMSDeliveryReportReceived'
        'Microsoft.Communication.EmailDeliveryReportReceived'
      ]
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}
