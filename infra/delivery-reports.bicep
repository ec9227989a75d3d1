// Where delivery reports go. Deployed after the program (deploy.sh): Event Grid asks the address whether it wants them before it sends any.
param topicName string
param functionAppHost string

param vaultName string

@description('The Entra application the reports are signed for; empty for the secret alone.')
param reportsAudience string = ''

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

module subscription 'modules/event-subscription.bicep' = {
  name: 'delivery-reports-subscription'
  params: {
    topicName: topicName
    functionAppHost: functionAppHost
    reportsSecret: vault.getSecret('reports-secret')
    reportsAudience: reportsAudience
  }
}
