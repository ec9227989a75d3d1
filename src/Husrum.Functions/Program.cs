using Husrum.Functions;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages;
using Husrum.Functions.SignIn;
using Husrum.Functions.Telemetry;

return await Run.GuardedAsync(async () =>
{
    var arguments = Arguments.Read(args);
    if (Verb.Of(arguments) is { } verb)
    {
        await verb.RunAsync(Console.Out);
        return;
    }

    var builder = WebApplication.CreateBuilder(arguments.Options);
    var options = StartOptions.Read(builder.Configuration);
    builder.Configuration["urls"] ??= PublicAddress.Default;
    builder.Logging.AddHusrumLog();
    builder.AddTelemetry();
    builder.AddHome(options);
    builder.Services.AddClock(options);
    builder.Services.AddProgramme();
    builder.Services.AddMessages();
    builder.Services.AddStaffSignIn(options.Demo);
    builder.Services.AddHusrumPages();

    var app = builder.Build();
    app.UseHome();
    app.UseHusrumPages();
    app.UseStaffSignIn();
    app.MapHusrumPages();
    app.MapHome();
    await app.RunAsync();
});

/// <summary>The program.</summary>
public sealed partial class Program;
