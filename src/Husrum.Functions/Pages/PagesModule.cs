using Husrum.Core.Documents;
using Husrum.Functions.Api;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages.CommunicationServices;
using Husrum.Functions.Pages.Cases;
using Husrum.Functions.Pages.Clock;
using Husrum.Functions.Pages.Contact;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Pages.Front;
using Husrum.Functions.Pages.Gatherings;
using Husrum.Functions.Pages.Health;
using Husrum.Functions.Pages.HjemTilOs;
using Husrum.Functions.Pages.HjemTilOs.Office;
using Husrum.Functions.Pages.Mailbox;
using Husrum.Functions.Pages.Payments;
using Husrum.Functions.Pages.Refunds.Claim;
using Husrum.Functions.Pages.Refunds.Complete;
using Husrum.Functions.Pages.Refunds.Decide;
using Husrum.Functions.Pages.Refunds.Receipts;
using Husrum.Functions.Pages.Refunds.Status;
using Husrum.Functions.Pages.Rehearsals;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.Pages.SignIn;
using Husrum.Functions.Pages.Staff;
using Husrum.Functions.Pages.Tasks;
using Husrum.Functions.Pages.Volunteers;
using Husrum.Functions.Pages.Volunteers.Files;
using Husrum.Functions.Pages.Volunteers.Recruitment;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Husrum.Functions.Pages;

/// <summary>Everything people see. Program.cs calls these three, in this order.</summary>
internal static class PagesModule
{
    /// <summary>Services of the pages: components, antiforgery, rate limits.</summary>
    public static IServiceCollection AddHusrumPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(FormGuard.Configure);
        services.AddRateLimiter(RateLimits.Configure);
        services.AddScoped<FormGuard>();
        services.AddScoped<Drafts>().AddScoped<ReceiptIntake>().AddScoped<FormCheck>().AddScoped<PostedClaims>().AddScoped<ClaimFormDesk>().AddScoped<CompletionDesk>();
        services.AddScoped<ReceiptPass>().AddScoped<ReceiptAccess>();
        services.AddScoped<VolunteerPages>();
        services.AddSingleton(RehearsalBounds.Default).AddSingleton<RehearsalTurn>();
        services.AddScoped<StaffDesk>().AddScoped<MailboxEntries>().AddScoped<DriftReader>().AddScoped<ApiCallers>().AddScoped<CaseFormApi>();
        services.TryAddSingleton<IUploadRoom, EndlessRoom>();
        services.TryAddSingleton<IVirusScanner, NoVirusScanner>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Headers, error pages and rate limits. Goes before authentication.</summary>
    public static WebApplication UseHusrumPages(this WebApplication app)
    {
        ResponseHeaders.Use(app);
        HostNames.Use(app);
        ErrorPages.Use(app);
        app.UseRouting();
        app.UseRateLimiter();
        return app;
    }

    /// <summary>All pages.</summary>
    public static WebApplication MapHusrumPages(this WebApplication app)
    {
        PageAssets.Map(app);
        FrontEndpoints.Map(app);
        ClaimFormEndpoints.Map(app);
        CompletionEndpoints.Map(app);
        StatusEndpoints.Map(app);
        DecideEndpoints.Map(app);
        ApplyEndpoints.Map(app);
        VolunteerEndpoints.Map(app);
        FileEndpoints.Map(app);
        RecruitmentEndpoints.Map(app);
        ContactEndpoints.Map(app);
        InvitationEndpoints.Map(app);
        GatheringEndpoints.Map(app);
        RehearsalEndpoints.Map(app);
        CourseEndpoints.Map(app);
        MatchEndpoints.Map(app);
        FamilyEndpoints.Map(app);
        OfficeEndpoints.Map(app);
        ReferralEndpoints.Map(app);
        AnswerEndpoints.Map(app);
        CaseStatusEndpoints.Map(app);
        ReceiptEndpoints.Map(app);
        TaskEndpoints.Map(app);
        PaymentEndpoints.Map(app);
        StaffEndpoints.Map(app);
        SignInEndpoints.Map(app);
        MailboxEndpoints.Map(app);
        DriftEndpoints.Map(app);
        HealthEndpoints.Map(app);
        if (app.Services.GetRequiredService<StartOptions>().Demo)
            ClockEndpoints.Map(app);
        ExpenseClaimApi.Map(app);
        VolunteerApplicationApi.Map(app);
        HjemTilOsApi.Map(app);
        DeliveryReportEndpoint.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }
}
