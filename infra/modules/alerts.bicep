// What a person must hear of. Housekeeping writes a line of figures every five minutes; the alerts read it.
param name string
param location string
param tags object
param insightsId string
param operatorsId string

var figures = 'traces | where message has "husrum-figures" | parse message with * "running=" running:long " overdueSeconds=" overdueSeconds:long " parked=" parked:long " messages=" messages:long "." *'
var rules = [
  {
    name: 'overdue-timer'
    text: 'A timer, an event or a message has been due for more than 15 minutes, or the task hub does not answer. Look at /drift.'
    query: '${figures} | where overdueSeconds > 900 or running == 0'
    severity: 1
  }
  {
    name: 'parked-instances'
    text: 'A case was set aside or has failed, and waits for a person. Look at /drift.'
    query: '${figures} | where parked > 0'
    severity: 2
  }
  {
    name: 'failed-messages'
    text: 'A message failed, or nobody knows whether it went. Look at /postkasse.'
    query: '${figures} | where messages > 0'
    severity: 2
  }
  {
    name: 'failing-requests'
    text: 'Many requests end in an error.'
    query: 'requests | where resultCode startswith "5" | summarize failures = count() by bin(timestamp, 15m) | where failures > 20'
    severity: 2
  }
]

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in rules: {
  name: '${name}-${item.name}'
  location: location
  tags: tags
  properties: {
    displayName: '${name}: ${item.name}'
    description: item.text
    severity: item.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: item.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operatorsId] }
  }
}]

resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-silence'
  location: location
  tags: tags
  properties: {
    displayName: '${name}: silence'
    description: 'Housekeeping has written no figures for half an hour: the program is not running, or cannot reach its hub or its storage.'
    severity: 1
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'traces | where message has "husrum-figures"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operatorsId] }
  }
}
