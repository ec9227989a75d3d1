// The program: a custom handler of the Functions host on Flex Consumption.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param hostStorageName string
param dataStorageName string
param insightsConnection string
param communicationEndpoint string
param reportsSecretUri string
param reportsAudience string
param linkKeyUri string
param publicUrl string
param firstOperator string
param staffClientId string
param staffLinks bool
param endedRunsDays int
param alwaysReady int
param mostInstances int
param subnetId string

var hasStaffSignIn = !empty(staffClientId)
var address = empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${hostStorageName}.blob.${environment().suffixes.storage}/app-package'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'custom', version: '1.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: mostInstances
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: concat([
        // the host's
        { name: 'AzureWebJobsStorage__accountName', value: hostStorageName }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
        { name: 'AzureWebJobsDisableHomepage', value: 'true' }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identityClientId}' }
        // the program's
        { name: 'AZURE_CLIENT_ID', value: identityClientId }
        { name: 'Storage__Account', value: dataStorageName }
        { name: 'Storage__Name', value: 'husrum' }
        { name: 'PublicUrl', value: address }
        { name: 'FirstOperator', value: firstOperator }
        { name: 'Messages__CommunicationServices__Endpoint', value: communicationEndpoint }
        { name: 'Messages__CommunicationServices__ReportsSecret', value: '@Microsoft.KeyVault(SecretUri=${reportsSecretUri})' }
        { name: 'Messages__CommunicationServices__ReportsAudience', value: reportsAudience }
        { name: 'Messages__CommunicationServices__ReportsTenant', value: empty(reportsAudience) ? '' : tenant().tenantId }
        { name: 'SignIn__By', value: hasStaffSignIn ? (staffLinks ? 'EntraOrLink' : 'Entra') : 'Link' }
        { name: 'SignIn__Tenant', value: hasStaffSignIn ? tenant().tenantId : '' }
        { name: 'Links__Key', value: empty(linkKeyUri) ? '' : '@Microsoft.KeyVault(SecretUri=${linkKeyUri})' }
        { name: 'Retention__EndedRunsDays', value: string(endedRunsDays) }
      ], hasStaffSignIn ? [
        // App Service Authentication's: it shows the app registration this identity instead of a secret, and knows no other directory
        { name: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID', value: identityClientId }
        { name: 'WEBSITE_AUTH_AAD_ALLOWED_TENANTS', value: tenant().tenantId }
      ] : [])
    }
  }

  // neither of the two takes a name and a password
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Everybody is let through: forms and personal links are for people without an account. The platform says who the caller is where they have signed in,
  // and takes away what a caller says of himself; the program asks for it on staff pages.
  resource signIn 'config' = if (hasStaffSignIn) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: staffClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            // Event Grid's token is for another application, and must come through
            allowedAudiences: empty(reportsAudience) ? [] : [reportsAudience]
          }
        }
      }
    }
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
output address string = address
