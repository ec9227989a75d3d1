using Microsoft.OpenApi;

namespace Husrum.Functions.Api;

/// <summary>The API's own description, <c>/openapi/v1.json</c>. What a multipart form holds no framework can guess, so it is said here.</summary>
internal static class OpenApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Husrum",
                Version = "1",
                Description = "For an organisation's own web sites. Messages for people come in Danish or English, as the form's language says.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiCallers.Header, Description = "The calling web site's key. Keep it on the server." },
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static RouteHandlerBuilder DescribeExpenseClaims(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("SendExpenseClaim")
        .WithSummary("Send an expense claim")
        .WithDescription("Takes a volunteer's claim with its receipts and starts its process. Repeating the request with the same Idempotency-Key and content is harmless and gives the same answer.")
        .Produces<ExpenseClaimAccepted>(StatusCodes.Status201Created)
        .ProducesProblemsOfForms()
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.Parameters = [Header("Idempotency-Key", "8 to 255 characters of your choice, new for each claim. With it a repeat counts once.", required: false)];
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new OpenApiMediaType { Schema = Form() } },
            };
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
            if (operation.Responses?["201"] is OpenApiResponse created)
            {
                created.Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["Location"] = new OpenApiHeader { Description = "The claimant's status page. It is personal: show it to the claimant and keep it out of logs.", Schema = FormSchemas.Text() },
                };
            }

            return Task.CompletedTask;
        });

    /// <summary>A form that becomes a case: simple fields, and a repeat that counts once.</summary>
    public static RouteHandlerBuilder DescribeForm(this RouteHandlerBuilder endpoint, string name, string summary, string description, Func<OpenApiSchema> schema) => endpoint
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(description)
        .Produces<FormAccepted>(StatusCodes.Status201Created)
        .ProducesProblemsOfForms()
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.Parameters = [Header("Idempotency-Key", "8 to 255 characters of your choice, new for each form. With it a repeat counts once.", required: false)];
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["multipart/form-data"] = new OpenApiMediaType { Schema = schema() },
                    ["application/x-www-form-urlencoded"] = new OpenApiMediaType { Schema = schema() },
                },
            };
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
            return Task.CompletedTask;
        });

    // what every form can be answered with when it is not taken
    private static RouteHandlerBuilder ProducesProblemsOfForms(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static OpenApiSchema Form() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "department", "name", "email", "purpose", "activityDate", "lines[0].text", "lines[0].amount", "registrationNumber", "accountNumber" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["department"] = FormSchemas.Text("The department's id.", "aarhus"),
            ["name"] = FormSchemas.Text("The claimant's name.", "Mette Holm"),
            ["email"] = FormSchemas.Text("The claimant's e-mail address.", "mette.holm@mail.example"),
            ["phone"] = FormSchemas.Text("The claimant's phone number; may be left out."),
            ["purpose"] = FormSchemas.Text("What it was for.", "Fællesspisning"),
            ["activityDate"] = FormSchemas.Text("The date of the activity, ISO 8601.", "2026-08-31"),
            ["lines[0].text"] = FormSchemas.Text("What was bought. Further lines: lines[1].text and so on, up to 20.", "Kaffe og boller"),
            ["lines[0].amount"] = FormSchemas.Text("Kroner; 123, 123,45 and 123.45 are read.", "123,45"),
            ["receipts"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                MaxItems = 10,
                Description = "PDF, JPEG or PNG, at most 10 MB each and 90 MB together. Needed unless there is a statement.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
            ["missingReceiptStatement"] = FormSchemas.Text("A signed statement, where a receipt is missing: what, where, and why there is none."),
            ["registrationNumber"] = FormSchemas.Text("Reg.nr. of the account to pay to, four digits.", "0400"),
            ["accountNumber"] = FormSchemas.Text("Kontonr. of the account to pay to, up to ten digits.", "12345678"),
            ["payeeName"] = FormSchemas.Text("Who owns the account, if another than the claimant."),
            ["language"] = FormSchemas.Language(),
        },
    };

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = FormSchemas.Text() };
}
